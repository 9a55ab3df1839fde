"""Texts of every kind for properties: all of Unicode, and texts made of what breaks rules."""

from hypothesis import strategies as st

ANY_TEXT = st.text(max_size=300)
# Quotation marks, stops, brackets, white space, letters and signs that need care, in any order.
NEWS_LIKE = st.lists(
    st.sampled_from(
        [
            *("“", "”", '"', "'", "’", "„", "«", "»", "(", ")", "[", "]", ".", ",", "!", "?", "…"),
            *(" ", "  ", "\n", "\n\n", "\u00a0", "—", "-", "said", "according to", "He", "they"),
            *("Ana Silva", "U.S.", "Dr.", "a.m.", "3.5", "told reporters", "the official", "who"),
            *(
                "🔥",
                "👩🏽‍🚒",
                "e\u0301",
                "שלום",
                "हिन्दी",
                "don't",
                "30-day",
                "No.",
                "\u200d",
                "$x$",
            ),
        ]
    ),
    max_size=60,
).map(" ".join) | st.lists(
    st.sampled_from(['"', "“", "”", "a", "B", ".", " ", "\n\n", "said", ",", "’"]), max_size=60
).map("".join)
TEXTS = ANY_TEXT | NEWS_LIKE
