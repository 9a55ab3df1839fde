"""What a learner does: exercises that answer at once. One module a notebook."""
