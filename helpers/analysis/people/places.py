"""Names of countries, of some regions and large cities, and of states: places, and no people.

In small letters. Countries, the United Kingdom's parts, the states of the USA, and cities that
stand for a government or are often in the news. Names that are as often a person's (Georgia,
Jordan, Chad, Virginia, Sydney) are here, too: with a first name or a title before them they
are not looked up.
"""

from __future__ import annotations

_COUNTRIES = """
    afghanistan, albania, algeria, angola, argentina, armenia, australia, austria, azerbaijan,
    bahrain, bangladesh, belarus, belgium, benin, bolivia, bosnia, botswana, brazil, britain,
    bulgaria, burma, burundi, cambodia, cameroon, canada, chad, chile, china, colombia, congo,
    costa rica, croatia, cuba, cyprus, czech republic, czechia, denmark, ecuador, egypt, el
    salvador, england, eritrea, estonia, ethiopia, fiji, finland, france, gabon, gambia,
    georgia, germany, ghana, great britain, greece, greenland, guatemala, guinea, haiti,
    honduras, hong kong, hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy,
    ivory coast, jamaica, japan, jordan, kazakhstan, kenya, kosovo, kuwait, kyrgyzstan, laos,
    latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg, macedonia,
    madagascar, malawi, malaysia, maldives, mali, malta, mauritania, mauritius, mexico, moldova,
    monaco, mongolia, montenegro, morocco, mozambique, myanmar, namibia, nepal, netherlands, new
    zealand, nicaragua, niger, nigeria, north korea, north macedonia, northern ireland, norway,
    oman, pakistan, palestine, panama, papua new guinea, paraguay, peru, philippines, poland,
    portugal, qatar, romania, russia, rwanda, saudi arabia, scotland, senegal, serbia, sierra
    leone, singapore, slovakia, slovenia, somalia, south africa, south korea, south sudan,
    soviet union, spain, sri lanka, sudan, suriname, sweden, switzerland, syria, taiwan,
    tajikistan, tanzania, thailand, tibet, togo, tunisia, turkey, turkmenistan, uganda, ukraine,
    united arab emirates, united kingdom, united states, uruguay, uzbekistan, vatican,
    venezuela, vietnam, wales, yemen, zambia, zimbabwe
"""
_STATES = """
    alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida,
    hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland,
    massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new
    hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio, oklahoma,
    oregon, pennsylvania, puerto rico, rhode island, south carolina, south dakota, tennessee,
    texas, utah, vermont, virginia, washington, west virginia, wisconsin, wyoming
"""
_CITIES = """
    abuja, aleppo, algiers, amsterdam, ankara, athens, atlanta, baghdad, baltimore, bangkok,
    barcelona, beijing, beirut, belgrade, berlin, birmingham, bogota, boston, brussels,
    bucharest, budapest, buenos aires, cairo, caracas, chicago, cleveland, copenhagen, damascus,
    delhi, denver, detroit, doha, dubai, dublin, edinburgh, gaza, geneva, glasgow, hanoi,
    havana, helsinki, houston, islamabad, istanbul, jakarta, jerusalem, johannesburg, kabul,
    kharkiv, kiev, kyiv, lagos, las vegas, lisbon, liverpool, london, los angeles, madrid,
    manchester, manhattan, manila, melbourne, miami, milan, minsk, moscow, mumbai, munich,
    nairobi, new delhi, new orleans, new york city, oslo, ottawa, paris, philadelphia, phoenix,
    prague, pyongyang, riyadh, rome, salt lake city, san antonio, san diego, san francisco,
    santiago, seattle, seoul, shanghai, sofia, st louis, stockholm, strasbourg, sydney, taipei,
    tallinn, tehran, tel aviv, the hague, tokyo, toronto, tripoli, vienna, vilnius, warsaw,
    washington dc, zurich
"""
_REGIONS = """
    africa, america, antarctica, asia, capitol hill, central america, crimea, donbas, downing
    street, east asia, eastern europe, europe, latin america, long island, middle east, north
    africa, north america, scandinavia, siberia, silicon valley, south america, southeast asia,
    wall street, west bank, western europe
"""
PLACES = frozenset(
    " ".join(name.split()) for name in ",".join([_COUNTRIES, _STATES, _CITIES, _REGIONS]).split(",")
)
