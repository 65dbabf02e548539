"""Print the lowest versions that `pyproject.toml` allows, as constraints for pip; `make bounds` tests them."""

import re
import tomllib
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TOOLS = ("dev", "fuzz", "places")  # not what a user of the library installs
BOUND = re.compile(r"([a-z0-9._-]+)>=([0-9.]+)")


def constraints():
    """`attrs==24.2` for `attrs>=24.2`, for every dependency and every extra of users."""
    extras = PROJECT["optional-dependencies"]
    wanted = [*PROJECT["dependencies"], *(one for name in extras if name not in TOOLS for one in extras[name])]
    return sorted({"==".join(found.groups()) for one in wanted if (found := BOUND.match(one)) is not None})


if __name__ == "__main__":
    print("\n".join(constraints()))  # noqa: T201 -- for the Makefile
