"""Well-known first names that nearly always belong to a woman, or to a man.

A short list of our own: names that are common in the English-speaking world, and well-known ones
of other languages as English newspapers write them. Names that both bear (Alex, Jordan, Kim,
Robin, Sam, Taylor) are left out. A name says nothing for certain: what the text itself says, by a
title or a role, counts more (``helpers.analysis.people.roster``).
"""

from __future__ import annotations

_WOMEN = """
    abigail ada adele agnes aisha alejandra alexandra alice alicia alison allison amanda amelia
    amina amy ana anastasia andrea angela angelina anita anjali ann anna anne annie antonia anya
    april ashley astrid audrey barbara beatrice beatriz becky bella bernadette beth bethany
    betsy betty beverly birgit bonnie brenda bridget brigitte camila camille carla carly carmen
    carol carolina caroline carolyn carrie catherine cathy cecilia celia charlotte chelsea
    cheryl chiara chloe christina christine cindy claire clara claudia colleen
    connie consuelo cornelia courtney cristina crystal cynthia daisy dana daniela danielle
    daphne dawn debbie deborah debra delia denise diana diane dolores donna doris dorothy edith
    eileen elaine eleanor elena elisa elisabeth elise eliza elizabeth ella ellen elsa emilia
    emily emma erica erika erin esther eva evelyn farah fatima faye fiona flora florence frances
    francesca franziska frida gabriela gabrielle gail galina gayle georgia georgina geraldine
    gertrude gina gisela giulia gladys gloria grace greta gretchen hannah harriet hazel heather
    heidi heike helen helena helene henrietta hilary hillary ida ileana ilse imelda indira inga
    ingrid irene irina iris irma isabel isabella isabelle ivana ivy jacqueline jamila jana jane
    janet janice janine jasmine jean jeanne jenna jennifer jenny jessica jill joan joanna joanne
    jocelyn josephine joy joyce juanita judith judy julia juliana julie juliet june karen karin
    karina karla katarina kate katharine katherine kathleen kathryn kathy katie katrina katya
    kayla kayleigh kelly kerstin kimberly kirsten kristen kristin kristina lana laura lauren
    laurie layla lea leah leila lena leticia liliana lily linda lisa liz lois loretta lori
    louise lucia lucy luisa luz lydia lynn mabel madeleine madison magdalena maggie maia manuela
    marcia margaret margarita maria mariam mariana marie marilyn marina marion marjorie marlene
    marsha marta martha martina mary maryam matilda maureen maya megan meghan mei melanie
    melissa mercedes meredith mia michelle mila mildred miriam molly mona monica monika muriel
    myra nadia nancy naomi natalia natalie natasha nicole nina nora norma odile oksana olena
    olga olivia paige pamela patricia patty paula pauline peggy penelope penny petra phoebe
    phyllis polly priscilla priya rachel ramona rebecca regina renata renee rhonda rita roberta
    rosa rosalind rose rosemary ruth sabine sabrina sally samantha sandra sara sarah sasha
    shannon sharon sheila shelly sheryl shirley silvia simone sofia sonia sonya sophia sophie
    stacey stacy stella stephanie sue susan susanna susanne suzanne svetlana svitlana sybil
    sylvia tamara tammy tanya tara tatiana teresa thelma theresa therese tiffany tina tracy
    ulrike ursula valentina valerie vanessa vera veronica vicki vicky victoria viktoria viola
    violet virginia vivian wanda wendy whitney wilma winifred yasmin yolanda yulia yvette yvonne
    zainab zoe zoya
"""
_MEN = """
    aaron abdul abdullah abraham adam adolf adrian ahmad ahmed alan albert alberto alejandro
    aleksandr aleksei alexander alexei alfonso alfred ali allan allen alvin amadou amir anatoly
    anders andre andreas andrei andrew andriy andrzej angelo anthony anton antonio antony ari
    arnold arthur arturo ashraf barry bartholomew bashar ben benedict benjamin bernard bernie
    bert bill billy bob bobby boris brad bradley brandon brendan brent brett brian bruce bruno
    bryan byron carl carlos cedric cesar chad charles charlie chester chris christian
    christopher chuck clarence claude clayton cliff clifford clint clive clyde colin conrad
    corey craig curt curtis cyril cyrus dale damian damien dan daniel danny darrell darren dave
    david dean denis dennis derek diego dieter dimitri dirk dmitri dmitry dmytro dominic dominik
    don donald doug douglas drew duncan dustin dwayne dwight earl ed eddie edgar edmund eduardo
    edward edwin eli elias elijah elliott elmer emanuel emilio emmanuel enrique eric erich erik
    ernest ernesto ernst eugene evan evgeny fabian federico felipe felix fernando fidel floyd
    francis francisco francois frank franklin franz fred freddie frederick friedrich fritz
    gabriel garrett gary gavin gene geoff geoffrey george gerald gerard gerhard gilbert giorgio
    giovanni giuseppe glen glenn gordon graham grant greg gregor gregory guido guillermo gunther
    gustav guy hamid hank hans harold harrison harry harvey hassan hector heinrich heinz helmut
    henri henrik henry herbert herman herschel hiroshi horace howard hubert hugh hugo hussein
    ian ibrahim ignacio igor ilya imran isaac ismail ivan jack jacob jacques jaime jake jamal
    james jan jared jason javier jay jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy
    joachim joe joel johan johannes john johnny jon jonas jonathan jorge jose josef joseph josh
    joshua juan jules julian julio julius jurgen justin karl keir keith ken kenneth kent kevin
    khalid kirk klaus konrad konstantin kurt kyle lamar lance larry lars laurence lawrence lee
    leo leon leonard leonid leroy leslie lester lev liam lloyd lorenzo louis luca lucas luigi
    luis lukas luke lyndon magnus mahmoud malcolm manuel marc marcel marcelo marco marcos marcus
    mario mark marshall martin marvin mateo matt matteo matthew matthias maurice max maxim
    maximilian mehdi mehmet melvin michael michel miguel mikael mike mikhail miles milton mitch
    mohamed mohammad mohammed moritz morris mortimer muhammad murray mustafa mykola nathan
    nathaniel neal ned neil nelson nicholas nick nicolas nigel nikita nikola nikolai norbert
    norman oleg oleksandr oleksiy oliver olivier omar orlando oscar otto owen pablo paolo pascal
    patrick paul pavel pavlo pedro per percy perry pete peter petr petro phil philip philippe
    phillip pierre piotr rafael ralph ramon randall randolph randy raul ray raymond recep
    reginald reinhard rene rex ricardo richard rick ricky rob robert roberto rod roderick rodney
    rodrigo roger roland rolf roman ron ronald ronnie ross roy ruben rudolf rudolph rudy rufus
    rupert russell ryan salvador salvatore samuel scott sean sebastian serge sergei sergey
    sergio seth shane shaun sheldon sidney siegfried sigmund silvio simon spencer stan stanislav
    stanley stefan stephen steve steven stewart stuart sven taras ted terence terrence terry
    theodore thomas tim timothy tobias toby todd tom tomas tommy tony travis trevor tyler ulrich
    umar uwe vaclav valentin valery vernon victor vikram viktor vincent vitali vitaly vlad
    vladimir volodymyr wallace walter warren wayne werner wilfred wilhelm will willem william
    willie winston wolfgang xavier yaroslav yuri yusuf yves zachary
"""
GENDER_OF_FIRST_NAME: dict[str, str] = {
    **dict.fromkeys(_WOMEN.split(), "female"),
    **dict.fromkeys(_MEN.split(), "male"),
}
