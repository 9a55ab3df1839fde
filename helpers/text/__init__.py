"""What a text is: spans of it, articles, paragraphs, sentences and words."""
