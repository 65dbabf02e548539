"""The commands: each module has its `command`."""
