"""The closed lists that the rules about people look words up in, each with what it decides."""

from __future__ import annotations

# Words for what somebody is, by the gender that they tell. What stands before a name with a
# capital is a title ("Mayor Ana Silva"); the same word without one is a role ("the mayor").
_FEMALE = """
    actress alderwoman anchorwoman assemblywoman aunt baroness bride businesswoman chairwoman
    congresswoman councilwoman countess dame daughter duchess empress female fisherwoman
    forewoman frontwoman girl girlfriend grandmother headmistress heiress hostess housewife lady
    laywoman madam madame miss mlle mme mother mrs ms mum niece nun policewoman princess queen
    saleswoman schoolgirl servicewoman sister spokeswoman sra stateswoman stepdaughter
    stepmother waitress widow wife woman
"""
_MALE = """
    alderman anchorman assemblyman baron boy boyfriend brother businessman chairman clergyman
    congressman councilman count dad duke emperor father fireman fisherman foreman fr frontman
    gentleman grandfather groom headmaster husband imam king layman lord man monk monsignor mr
    nephew ombudsman policeman pope priest prince salesman schoolboy serviceman sheikh sir son
    spokesman sr statesman stepfather stepson sultan uncle waiter widower
"""
_EITHER = """
    academic activist actor adm administrator adviser advisor advocate agent aide ally amb
    ambassador analyst anchor apostle applicant archbishop archivist artist assistant astronaut
    astronomer athlete attorney atty author backer banker biographer biologist bishop blogger
    boss broker builder candidate capt captain cardinal carer cashier ceo chair chairperson
    challenger champion chancellor chef chemist chief child cleric clerk cmdr co-chair
    co-founder coach col colleague collector colonel columnist comedian commander commentator
    commissioner competitor composer conductor congressperson consul consultant contractor
    contributor controller coordinator correspondent councillor councilor counsellor counselor
    cpl critic curator dealer dean defendant delegate democrat dentist designer det detective
    developer diplomat director dissident doctor donor dr driver drs economist editor educator
    employee employer engineer entrepreneur envoy ex-president executive expert farmer fighter
    filmmaker firefighter founder friend gardener gen general gov governor graduate grandparent
    grocer guard guest guide harbormaster harbourmaster head headteacher hero historian hon host
    hunter independent informant inmate insp inspector instructor interpreter investigator
    investor janitor journalist judge juror justice keeper lawmaker lawyer leader lecturer
    legislator libertarian librarian lieutenant linguist lobbyist lt magistrate maj major
    manager mayor mechanic medic member mentor merchant midwife miner minister moderator
    musician negotiator neighbor neighbour nominee novelist nurse observer officer official
    operative operator opponent organiser organizer owner painter paramedic parent partner
    passenger pastor patient patron person pharmacist philosopher photographer physician
    physicist pilot planner player plumber poet politician pollster porter preacher premier pres
    presenter president presidente principal prisoner producer prof professor programmer
    prosecutor protester provost psychiatrist psychologist publisher rabbi ranger reader rebel
    rep reporter representative reps republican resident retiree rev revd reverend rival sailor
    scholar scientist secretary sen senator sens sergeant sgt sheriff shopkeeper singer skipper
    socialist sociologist soldier solicitor source speaker specialist spokesperson staffer star
    steward strategist student successor superintendent supervisor supporter supt surgeon
    surveyor survivor suspect teacher technician teenager trader trainer translator treasurer
    trustee tutor undersecretary veteran vicar vice-president victim viewer visitor volunteer
    voter warden witness worker writer youth
    ald congressmen governors justices senators
"""
GENDER_OF_ROLE: dict[str, str] = {
    **dict.fromkeys(_EITHER.split(), ""),
    **dict.fromkeys(_FEMALE.split(), "female"),
    **dict.fromkeys(_MALE.split(), "male"),
}
# How a short title is written out; "the senator" may then mean Sen. Silva.
LONG_TITLE: dict[str, str] = {
    "adm": "admiral", "advisor": "adviser", "ald": "alderman", "amb": "ambassador",
    "atty": "attorney", "capt": "captain", "cmdr": "commander", "col": "colonel",
    "councilor": "councillor", "del": "delegate", "det": "detective", "dr": "doctor",
    "gen": "general", "gov": "governor", "insp": "inspector", "lt": "lieutenant", "maj": "major",
    "pres": "president", "prof": "professor", "rep": "representative", "reps": "representative",
    "rev": "reverend", "sen": "senator", "sens": "senator", "sgt": "sergeant",
    "supt": "superintendent",
}  # fmt: skip
SHORT_FORMS = (
    "Ald Del Dr Drs Mr Mrs Ms Prof Gov Sen Sens Rep Reps Gen Lt Col Maj Sgt Cpl Capt Cmdr Adm "
    "Rev Revd Hon Pres Supt Insp Det Amb Atty Jr Sr St Ste Inc Co Corp Ltd"
).split()
# Titles that only ever stand before a name, and so say that a person follows.
COURTESY = frozenset("mr mrs ms miss mx mme mlle dr sir dame lord lady".split())
# After "Secretary of", "Minister of": one of the departments, and then the name.
DEPARTMENTS = frozenset(
    """
    agriculture commerce defence defense education energy finance health interior justice labor
    labour state transport transportation treasury war
    """.split()
)
SUFFIXES = frozenset("jr sr ii iii iv".split())
PARTICLES = frozenset(
    """
    al bin bint da das de del della den der di dos du el ibn la le ten ter van von y zu zum
    """.split()
)

# The last word of a name that is no person's, but a body's or a thing's.
INSTITUTION_WORDS = frozenset(
    """
    academy accord act administration affairs agency agreement airlines airport alliance
    amendment america archive archives army assembly association authority avenue award awards
    bank bay beach bill board boulevard bowl bridge brigade broadcasting brotherhood building
    bureau cabinet campaign center centre chamber charity christmas church city club co
    coalition coast code college commission committee communications community company
    confederation conference congress consortium constitution convention corp corporation corps
    council county court crossings cup daily day deal defense department desk division drive
    east easter embassy energy enterprises exchange express federation festival finance force
    forces forum foundation fund games garden gardens gazette government group guard hall harbor
    harbour heights herald hill hills holdings hospital hotel house inc industries initiative
    institute institution intelligence international island islands journal kingdom laboratory
    lake law league library line lines lives llc ltd magazine mail mall matter media ministry
    mirror mission monitor motors mountain mountains movement museum nations navy network news
    newspaper north ocean office opera orchestra organisation organization palace panel park
    parliament partnership party patrol peninsula pier plan plc police poll polls post press
    prize project province quay radio registry republic reserve resort resources review river
    road room school schools sea secretariat security senate service services show society south
    square staff standard state states station strait street studies studio studios summit
    supreme synod systems tavern team telegraph television theater theatre times today tower
    treasury treaty tribune trust tv union united university valley war watch weekly west
    workers works world
    """.split()
)
# Before "of" or "for" these begin the name of a body: Department of …, Bank of ….
BODY_HEADS = frozenset(
    """
    academy agency association bank board bureau center centre chamber church college commission
    committee confederation congress council court daughters department doctors federation
    friends fund government house institute institution islamic kingdom knights league library
    ministry museum office organisation organization people province republic school society
    sons state states union university voice
    """.split()
)
# Names of many: they speak and are "they". Names of peoples in -ans and -ians are added by rule.
GROUP_NAMES = frozenset(
    """
    arabs britons brits chinese conservatives danes democrats dems dutch europeans evangelicals
    finns french germans greeks hispanics independents iraqis irish israelis japanese jews kurds
    latinos liberals libertarians lords muslims poles portuguese progressives reds republicans
    russians saudis scots senators serbs sikhs spaniards swedes swiss taliban tories turks welsh
    """.split()
)
_GROUP_NOUNS = """
    activists advisers advisors aides allies analysts attendees authorities backers campaigners
    children citizens colleagues conservatives councillors couple couples critics crowd
    delegates democrats demonstrators diplomats doctors donors economists editors employees
    experts families family fans farmers fighters followers friends girls governments group
    groups guests insiders inspectors investigators journalists judges jurors lawmakers lawyers
    leaders liberals media members men migrants ministers moderators monitors negotiators
    neighbors neighbours observers officers officials operatives opponents organisers organizers
    others pair parents participants passengers people police politicians pollsters press
    prosecutors protesters pundits readers rebels refugees reporters representatives republicans
    researchers residents rivals scholars scientists senators soldiers sources speakers
    spokesmen staff staffers states strategists students supporters surrogates survivors
    teachers teenagers troops trustees veterans victims villagers visitors volunteers voters
    witnesses women workers writers youths
"""
_BODY_NOUNS = """
    administration agency army association authority bank board bureau cabinet campaign charity
    church city club coalition college commission committee company complaint council country
    court delegation department embassy federation firm foundation government hospital institute
    institution kremlin league magazine ministry movement museum network newspaper office
    organisation organization outlet panel paper parliament party pentagon police poll regime
    report school senate site society state statement station study survey tribunal union
    university vatican website
"""
GROUP_NOUNS = frozenset(_GROUP_NOUNS.split())
BODY_NOUNS = frozenset(_BODY_NOUNS.split())

# Written with a capital because a sentence or a headline begins with them, and part of no name.
NOT_IN_NAMES = frozenset(
    """
    a about above according across actually add added after again against ago all almost along
    already also although always am amid among an and another any anyone anything apr april are
    around as aside ask asked at aug august away back be because been before behind being below
    besides best better between beyond both but by call called calling can can't cannot
    certainly citing clearly come consider could dec december despite did didn't do does
    doesn't doing don't down during each earlier early either else enough especially even
    eventually ever every everybody everyone everything except far feb february few finally
    first five following for former four friday from further get getting given go going gone
    good had has have having he he's hence her here here's hers herself him himself his hours
    how however i i'd i'll i'm i've if in indeed inside instead into is isn't it it's its itself
    january jul july june just last late later least less let let's like likewise look made make
    making many march may maybe me meanwhile might mine minutes monday months more moreover most
    much must my myself near nearly neither never nevertheless next no nobody none nor not
    nothing nov november now oct october of off often oh on once one only or other
    others otherwise our ours out outside over overall own perhaps please possibly previously
    put quite rather really recently right said same saturday saw say saying says second see sep
    sept september seven several shall she she's should shouldn't similarly since six so some
    somebody someone something sometimes soon speaking still such sunday sure take
    taking ten than thanks that that's the their theirs them themselves then there there's
    therefore these they they're they've third this those though three through throughout
    thursday thus time to today together tomorrow tonight too toward towards tuesday two under
    unless unlike until up upon us use very want was wasn't we we're we've wednesday weeks well
    went were what what's whatever when whenever where whether which while who who's whoever
    whole whom whose why will with within without won't would years yes yesterday yet you you're
    your yours
    """.split()
)
# Adjectives of peoples and parties: before a name they are none of its words.
ADJECTIVES = frozenset(
    """
    acting african american arab argentine asian assistant associate australian austrian belgian
    brazilian british bulgarian canadian catholic chief chilean chinese christian co-chief
    colombian conservative croatian cuban czech danish democratic deputy dutch egyptian english
    ethiopian european ex-chief federal finnish french georgian german gop greek hungarian
    incoming indian indonesian iranian iraqi irish islamic israeli italian japanese jewish
    jordanian junior kenyan korean kurdish labour latino lebanese liberal libyan mexican muslim
    national nigerian norwegian outgoing pakistani palestinian peruvian polish portuguese
    presidential prime protestant republican romanian russian saudi scottish senior serbian
    slovak spanish swedish swiss syrian taiwanese thai tory turkish u.k u.s uk ukrainian us
    venezuelan vice vietnamese welsh
        eastern northern southern western
""".split()
)

# Pronouns with the gender or number that they ask for, and their place in the clause.
PRONOUNS: dict[str, tuple[str, str]] = {
    "he": ("male", "subject"), "him": ("male", "object"), "his": ("male", "possessive"),
    "himself": ("male", "object"),
    "she": ("female", "subject"), "her": ("female", "possessive"), "hers": ("female", "object"),
    "herself": ("female", "object"),
    "they": ("plural", "subject"), "them": ("plural", "object"), "their": ("plural", "possessive"),
    "themselves": ("plural", "object"),
    "it": ("thing", "subject"), "its": ("thing", "possessive"), "itself": ("thing", "object"),
    "who": ("who", "subject"), "whom": ("who", "object"), "whose": ("who", "possessive"),
    "i": ("writer", "subject"), "me": ("writer", "object"), "my": ("writer", "possessive"),
    "we": ("writers", "subject"), "us": ("writers", "object"), "our": ("writers", "possessive"),
}  # fmt: skip
# A name after one of these, without a sign between them, is not the subject of its clause.
PREPOSITIONS = frozenset(
    """
    about above across after against alongside amid among around as at before behind beside
    besides between beyond by despite during except for from in inside into like near of off on
    onto opposite outside over past per since than through to toward towards under unlike until
    upon versus via vs with within without
    """.split()
)
# A subject may stand after one of these: the clause begins anew.
CLAUSE_OPENERS = frozenset(
    """
    after although and as because before but how if once or since so that though unless until
    what when where whereas whether which while who why yet
    """.split()
)
# Verbs that only somebody who speaks can have; next to an unknown name they say it is a person.
SPEAKING = frozenset(
    """
    added answered argued asked declared explained insisted noted replied said say says tells
    told tweeted warned writes wrote
    """.split()
)
COPULAS = frozenset(
    "is was are were be been being am as become becomes became remain remains remained".split()
)
STOPS_A_DESCRIPTION = (
    PREPOSITIONS
    | CLAUSE_OPENERS
    | COPULAS
    | SPEAKING
    | frozenset("has have had will would can could may might did does do".split())
)
# Adjectives that stand before a role, and so make a name before them part of a description.
BEFORE_ROLES = frozenset(
    "presidential vice senior former national deputy foreign legal longtime top press".split()
)
# Words for people and bodies, with what they tell of gender or number.
NOUNS: dict[str, str] = {
    **dict.fromkeys(BODY_NOUNS, "thing"),
    **GENDER_OF_ROLE,
    **dict.fromkeys(GROUP_NOUNS, "plural"),
}
# Words of the lists above that are a surname after a first name: Theresa May, Doris Day.
ALSO_SURNAMES = frozenset(
    """
    an august best case church cross day do hall hill house june lake law march may more no
    north park post so street west will you
    """.split()
)
# U.S.-led, Berlin-based: made of a name, and none.
ADJECTIVE_ENDINGS = frozenset(
    """
    aligned approved area backed based born bound controlled dominated educated era friendly
    funded held leaning led like made occupied owned ruled run speaking sponsored style
    supported trained wide
    """.split()
)
