"""`python -m diplonews` is the command line."""

from diplonews.cli import main

raise SystemExit(main())
