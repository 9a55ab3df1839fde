"""Questions asked of one text: pure functions, text in, findings out."""
