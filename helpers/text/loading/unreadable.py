"""What is raised where a file holds no article that can be read."""


class UnreadableArticle(ValueError):
    """The message names the file, says what was wrong, and what to do."""
