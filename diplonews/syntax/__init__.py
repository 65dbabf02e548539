"""The English parse, read once: blocks, tokens, quotation marks, repairs and clauses."""
