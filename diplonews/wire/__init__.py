"""Raw text or bytes to `Article`: plain wire copy, terminal formats, XML, JSON, SGML, HTML."""
