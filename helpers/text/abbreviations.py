"""Short forms with a stop that need not end a sentence, sorted by what they need after them.

All in small letters and without their last stop. A form that is missing here costs a wrong border
where it stands before a capital; add it to the group whose question it answers.
"""

from __future__ import annotations

# Needs a name (or an explanation) after it: the sentence goes on, whatever follows.
BEFORE_A_NAME = frozenset(
    """
    mr mrs ms mx dr drs prof rev revd hon gov sen rep reps sens pres gen col maj capt cmdr lt sgt
    cpl pvt pfc adm supt insp det fr sr sra br st ste mt ft messrs mme mlle vs v cf e.g i.e viz
    approx ca asst assoc atty amb sec-gen
    """.split()
)
# Needs a number, or another month or day: before anything else it ends a sentence as a word does.
BEFORE_A_NUMBER = frozenset(
    """
    no nos n\u00b0 nr art ch chap fig figs pp par sec sect vol vols op pop ext tel
    jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed thu thur thurs fri sat sun
    """.split()
)
# The hour before or after noon: what follows belongs to it only if it tells the time more closely.
HOURS = frozenset("a.m p.m am pm".split())
AFTER_AN_HOUR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan feb mar apr jun jul aug sep sept oct nov
    dec mon tue tues wed thu thur thurs fri sat sun et est edt ct cst cdt mt mst mdt pt pst pdt gmt
    utc bst cet cest msk eastern central mountain pacific moscow beijing greenwich local
    """.split()
)
# May end a sentence, and does so when what follows is a word that opens one. Initials with stops
# between them (U.S., J.K., a.k.a.) are treated like these and are not listed.
MAYBE_LAST = frozenset(
    """
    inc ltd corp co bros llc plc jr etc al est dept univ assn assoc ave blvd rd hwy rte bldg
    ph.d ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont
    neb nev okla ore pa penn tenn tex vt va wash wis wyo ont que
    """.split()
)
# Names that are written with a mark that ends nothing.
NAMES_WITH_A_MARK = frozenset("yahoo jeopardy".split())
# Words that open a sentence far more often than they carry on a name.
OPENERS = frozenset(
    """
    the a an it he she they we i you this that these those there in on at for from with after
    before but and or so if when while as what who how why no not his her their our its my your by
    to since although however meanwhile earlier later more many most some one two all both each
    every few several another still yet then now today once until under
    """.split()
)
