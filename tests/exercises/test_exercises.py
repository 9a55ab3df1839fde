import re

import pytest

from helpers import audit_sources, count_words, find_quotes, load_article, measure_rouge
from helpers.exercises import annotating, quotes, reading, summarizing, word_frequency
from helpers.exercises.exercise import YOUR_ANSWER
from tests.conftest import GIVEN, INVENTED

EXERCISES = [
    reading.longest_sentence,
    annotating.label_one_sentence,
    word_frequency.count_one_word,
    word_frequency.rate_of_one_word,
    quotes.quoted_speakers,
    quotes.paraphrased_words,
    summarizing.count_shared_words,
]
EACH = pytest.mark.parametrize("make", EXERCISES, ids=lambda make: make.__name__)


@EACH
@pytest.mark.parametrize("seed", [GIVEN, *INVENTED])
def test_every_solution_passes_its_own_check(make, seed):
    article = load_article(seed)
    exercise = make(article)
    names = {
        "article": article,
        "count_words": count_words,
        "quotes": find_quotes(article),
        "audit": audit_sources(article),
        "measure_rouge": measure_rouge,
        "first": article.sentences[0].of(article.text),
        "second": article.sentences[1].of(article.text),
        "lengths": [
            sum(sentence.contains(word) for word in article.words) for sentence in article.sentences
        ],
    }
    assert exercise.check(eval(exercise.solution_code, names)).state == "right"


@EACH
@pytest.mark.parametrize("nothing", [YOUR_ANSWER, ..., None])
def test_no_answer_is_not_a_wrong_answer(make, nothing):
    assert make(load_article()).check(nothing).state == "not attempted"


@EACH
@pytest.mark.parametrize("wrong", [-1, 10**6, "7", True, 2.5, [], ["nobody"], {}, object()])
def test_a_wrong_answer_is_an_outcome_with_advice_and_no_traceback(make, wrong):
    outcome = make(load_article()).check(wrong)
    assert outcome.state == "not yet"
    assert len(outcome.message) > 10


@EACH
def test_hints_come_one_by_one_and_do_not_hold_the_answer(make):
    exercise = make(load_article())
    given = [exercise.hint().message for _ in exercise.hints]
    assert len(set(given)) == len(given) >= 2
    assert exercise.hint().message == given[-1]
    answer = exercise.answer()
    for part in [answer] if isinstance(answer, (int, float)) else answer:
        assert not re.search(rf"\b{re.escape(str(part))}\b", " ".join(given))


@EACH
def test_an_exercise_fits_any_text(make):
    for text in ("", "One word.", "“Yes, yes,” Ana Silva said."):
        exercise = make(load_article().from_text(text))
        assert exercise.check(exercise.answer()).state == "right"


def test_counting_inside_longer_words_gets_its_own_advice():
    article = load_article().from_text("Sun, sun, sun. Moon, moon. Rain, rainy raincoats.")
    assert "inside longer words" in word_frequency.count_one_word(article).check(3).message


def test_a_count_or_a_share_in_place_of_a_rate_gets_its_own_advice():
    exercise = word_frequency.rate_of_one_word(load_article().from_text("Sun sun sun. Rain rain."))
    assert exercise.check(2).message.startswith("2 is how often it occurs")
    assert exercise.check(0.4).message.startswith("0.4 is its share")
    assert exercise.check(40).state == "right"
