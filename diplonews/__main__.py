"""Runs the command line as `python -m diplonews`."""

from diplonews.cli import main

raise SystemExit(main())
