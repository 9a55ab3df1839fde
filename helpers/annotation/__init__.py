"""What a reader marks in a text, and keeps."""
