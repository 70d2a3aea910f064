/// Given names that are usual in Belgium, its neighbours and where many of its people come from. One of them is a name
/// where words around make a name likely and no more: "ici Kevin", "this is Tom", "votre collègue Sandrine".
enum GivenNames {
    /// By the hash of the folded name.
    static let hashes = WordSet(all)
    /// Folded: no accents, lower case.
    static let all = list.split(whereSeparator: \.isWhitespace).map(String.init)

    /// Whether a token is one. An everyday word is a name before a capital only.
    static func holds(_ s: borrowing Scratch, _ index: Int) -> Bool {
        let token = s.tokens[index]
        guard hashes.contains(token.hash) else { return false }
        return s.text.isUpper(token.start) || token.length >= 3 && token.word.isEmpty && !everyday.contains(token.hash)
    }

    /// Everyday words of one of the languages that `Lexicon` does not know as such.
    private static let everyday = WordSet(
        list: """
            amber angelique arend aurore bart bas camille carole cas cindy clemence colin constance cora daisy elke ella els fien
            florence greet griet ilse ion jade jill jules kay lien lies lieve lily linde lore lorraine lou ludo madison malin
            marina marine merel mick miet mina mona noor olivier petra pier regina rik romain roman rosa rosie rune sofia
            staf stan stella tara tilde till toni victoria viola ward wolf
            """)

    private static let list = """
        aaron ali abdel abdelaziz abdelkader abdellah abdoul abdoulaye abdullah abel abigail achille achraf adam adama adel adele
        adelheid adeline adil adnan adrian adriana adriano adrien adrienne agathe agnes ahmed aicha aida aiden aimee aisha
        aissa aissatou alain alan alana alanna alban albane albert alberto albrecht aldo alejandro aleksandra alessandro alessia
        alex alexander alexandra alexandre alexandru alexia alexis alfons alfred alice alicia alina alisha aline alison alix
        alizee allison alma alois aloys alphonse alvaro amadou amanda amandine amar amara amber ambroise amelia amelie amin
        amina aminata amine amir amira amy ana anais anastasia anca andre andrea andreas andree andreea andrei andres andrew
        andy ange angela angele angelina angelique angelo angus anh anika anissa anita anja anke anna annabel annabelle anne
        anneke annelies annelien anneliese annemarie annemie annette annick annie anouar anouk anselm anthony antje anton
        antonia antonio antoine antoinette apolline arend arianna ariane arlette armand armelle arnaud arne arno arnold arthur
        asma assia assane astrid audrey auguste augustin aurelie aurelien aurore ava awa axel axelle ayman aymeric
        ayoub aziz aziza babette bader baptiste barbara barend barry bart bas basile bastian bastiaan bastien beate
        beatrice beatrix benedict benedicte benedikt benjamin benny benoit bente bernadette bernard bernd bernhard bert
        berthe bertrand betty bilal birgit birgitte bjorn blaise blandine boris boubacar bouchra bram brahim brandon brecht
        brenda brendan bridget brigitte britt bruno bryan burkhard caitlin calvin camille candice carina carine carl carla
        carlo carlos carmen carol carole carolien carolin carolina caroline cas casper caspar cassandra cath catharina
        catherine cathy catrin cecile cecilia cedric celestin celia celine chantal charlene charles charlie charline charlotte
        chiara chloe chris christa christel christelle christiaan christiane christina christine christof christoph christophe
        christopher cindy claire clara clarisse claude claudette claudia claudine claudio clemence clementine coen colette
        colin colleen conny conor constance constantin cora coralie corentin corinna corinne cornelia cornelis cosmin craig
        cristian cristina cyndie cynthia cyriel cyril cyrille daan daisy damian damien damon daniel daniela daniele
        danielle danny daphne dario darren dave david davy deborah delphine denis denise dennis derek dervla desire desiree
        didier diana diane diederik dieter dietmar dieudonne dimitri dina dino dirk djamel djamila djibril dolores domenico
        dominic dominik dominiek dominique donald donatien dora doreen dorian doris dorien dorothea dorothee dorothy douglas
        dounia driss duncan dylan eamon eddy edgar edith edmond edouard eduard edward edwige edwin eefje eileen elena
        eleonore elfriede eli elia elian eliane elias elien eline elisa elisabeth elise eliott elke ella ellen elliot elodie
        eloise els elsa elsie elvire emeline emeric emil emile emilia emilie emily emine emma emmanuel emmanuelle emmeline
        emre enrico enzo erhard eric erica erich erik erika erin ernest erwan erwin esma esmee esteban estelle esther etienne
        eugene eugenie eva evan eveline evelien evelyn evelyne ewan ewoud fabian fabienne fabien fabio fabiola fabrice fadila
        fadoua faisal fanny farah fares farid farida fatiha fatima fatimata fatma fatou fatoumata fausto faustine faycal
        federico felicia felicie feliciteit felicity felipe felix femke fenna ferdinand fergus fernand fernando filip filippo
        fien fieke finn fiona flavie flavio fleur flora florence florent florentin florian floriane floris fouad franca frances
        francesca francesco francine francis francisco franciska franck francoise frank franz frauke fred freddy
        frederic frederick frederik frederique freya frida friedrich frits fritz gabriel gabriela gabriele gabriella gabrielle
        gael gaelle gaetan gareth gary gaspard gaston gauthier gavin geert geertje gemma genevieve geoffrey geoffroy george
        georges georgette georgia georgina gerald geraldine gerard gerda gerhard germain germaine gerrit gert gertrud
        gertrude ghislain ghislaine gilbert gilberte giles gilles gina ginette giorgio giovanni gisele gisela giulia giuliano
        giuseppe gladys godelieve goedele gordon graham greet gregor gregory greta gretel grete griet grietje guido guilhem
        guillaume gunther gunter gunnar gurvan gustaaf gustav gustave guus gwen gwenael gwenaelle gwendoline gwendolyn habib
        hadewych hafid hafida hakim halima hamid hamza hanane hanna hannah hanne hannelore hannes hans harald harold harriet
        harry hasan hassan hatice hauke hector hedwig heidi heike heiko heinrich heinz helen helena helene helga helma helmut
        hendrik henk henning henri henriette henrik henry herbert herman hermann hermine hicham hilary hilda hilde hildegard
        holger honore horst houda houria hubert hugh hugo huguette hussein huseyin ian ibrahim ibrahima ida idriss ignace ignacio
        ikram ilana ilham ilias ilka ilona ilse ilyas iman imane imogen imke imran ines inge ingeborg ingrid inne ioana ion
        ionut irene irina irma isaac isabel isabella isabelle isaline isabeau ishmael ismael ismail issa ivan ivana ivo
        jaap jacky jackie jacob jacqueline jacques jade jakob jamal james jamie jamila jan jana jane janet janina janine jannes
        jannick jannik jarno jasmien jasmin jasmina jasmine jason jasper javier jean jeanine jeanne jeannette jeannine jef
        jeff jeffrey jelle jens jennifer jenny jente jeremy jeremie jeroen jerome jesse jessica jessie jihane jill jim jimmy
        jo joachim joan joana joanna joanne jochen jodie joel joelle joeri johan johann johanna johannes john johnny jolien
        jolanda jolanta jolijn jonas jonathan joost jordan jordi jorg jorge joris jos jose josee josef josefa josefine joseph
        josephine joshua josiane josie josse josephin joao joyce jozef juan judith jules julia julian juliana juliane julie
        julien julienne juliet juliette julio julius jurgen juergen justin justine jutta kaat kaatje kacper kader kadir
        kaethe kai kaja kamal kamel kamil kamila karel karen karim karima karin karine karl karla karolien karolina karsten
        katarina katarzyna kate kathe katelijne katharina katherine kathleen kathrin kathy katia katie katja katleen katrien
        katrijn katrin katy kay kees keith kelly kelvin kemal ken kenneth kenny kenza kerstin kevin khadija khadijatou khaled
        khalid khalil kieran kilian kim kimberly kirsten kirsty kitty kjell klaas klara klaus koen koenraad konrad konstantin
        korneel kris krista kristel kristien kristin kristina kristof kurt kyle laetitia laila lamia lamine lara larissa lars
        latifa laura laure laureen laurence laurens laurent laurie laurianne laurine lea leah leander leen leila lena leni
        lennart lennert leo leon leona leonard leonardo leonie leonore leontine leopold leroy lesley leslie lester lieke lien
        lies liesbeth lieselotte lieve lieven lievin lilian liliane lilly lily lina linda linde lindsay lisa lisbeth lise
        liselotte lison lisette liv livia loes loic lola loredana lorena lorenz lorenzo loris lore lorraine lothar lotte
        lou louan louane loubna louis louisa louise louka louna lova luc luca lucas lucia lucian lucie lucien lucienne lucile
        lucille lucy ludivine ludo ludovic ludwig luis luisa luise luk lukas luke luna lutgarde lutz lydia lydie lyne lynn
        maarten maaike mabel madeleine madelief madeline madison mads mael maelle maelys maeva magali magda magdalena maggie
        magnus mahamadou mahmoud maike maite maja malak malcolm malek malika malik malin malou mamadou mandy manfred manon
        manu manuel manuela mara marc marcel marcelle marcello marco marcus mareike margaret margareta margarete margarita
        margaux margit margot margriet marguerite maria mariam mariama marian mariana marianne marie marieke mariele marijke
        marijn marina marine mario marion marisa marise marissa marita marius marjan marjolein marjolijn marjorie mark marko
        markus marleen marlene marlies marloes marnix maroussia marouane marta marte martha marthe martijn martin martina
        martine marvin mary maryam maryline maryse massimo mathias mathieu mathijs mathilde mathis mathys matilda matilde
        matt matteo matthew matthias matthieu matthijs matti maud maude maura maureen maurice mauricette maurits maurizio max
        maxence maxim maxime maximilian maximilien maya mbaye mees megan mehdi mehmet meike melanie melina melinda
        melissa melody melvin menno merel merlijn merve meryem mia michael michaela michal micheal michel michele
        micheline michelle michiel mick mieke miet miguel mihai mihaela mika mike mila milan milena milou mimoun mina miriam
        mireille mirjam mirko mitch moana modou mohamed mohammed mohamad mohammad moise mona monica monika monique morgane
        moritz morten mouad mounia mounir mourad moussa muhammad murat muriel murielle mustafa mustapha myriam mylene nabil
        nabila nadege nadia nadine nadja nahla naima najat najib nancy naomi nassim nasser natacha natalia natalie natascha
        natasha nathalie nathan nathanael nawal neil nele nelly nelson niall nicholas nick nicky nico nicola nicolai nicolaj
        nicolas nicole nicoleta nicolette nidal niels nigel nikita niklas niko nikola nikolai nikolaus nikos nils nina nino
        nisrine noa noah noe noella noelle noemie nora norah norbert noor nordin norma norman noura nourdine noureddine
        oceane octave odette odile oguz olaf oleg olga olivia olivier oliver olof omar omer onno ophelie orlane orphee oscar
        oskar osman othmane otto oumar oumou ousmane owen pablo paloma pamela paola paolo pascal pascale pascaline patrice
        patricia patrick patrik patty paul paula paulette paulien paulina pauline paulo pavel pawel pedro peggy penelope
        perrine petra pete peter philip philipp philippa philippe philomene phoebe pia pier pierre pierrette pierrick
        pieter pietro pim piotr piet polly priscilla priya quentin quinten rabah rabia rachel rachid rachida radek radu raf
        rafael rafaela raffaele rahma rahim raimund rainer raissa ralf ralph ramon ramona ramzi rania raoul raphael raphaelle
        raquel raymond raymonde rayan rebecca regina regine regis reinhard reinhold reinier remco remi remy renaat renata
        renate renaud rene renee reto rhonda ria riad riccardo richard rick ricardo rik rita rob robbe robert roberta
        roberto robin robrecht rocio roderick rodolphe rodrigo roel roger roland rolande rolf romain romaine roman romane
        romeo romy ronald ronan ronny rory rosa rosalie rosanne rose roseline rosemarie rosemary rosie roswitha roxane
        roy ruben rudi rudiger rudolf rudy rui rune rupert ruslan russell ruth ryan saartje sabah sabine sabrina sabri sacha
        sadia safia saida salah salim salima salma salome salvatore sam samantha sami samia samir samira samuel samy
        sander sandra sandrine sandro sanne sara sarah sascha saskia sasha sean sebastian sebastiaan sebastien selim selina
        selma serge sergei sergio severin severine seydou shana shane shannon sharon shaun sheila shirley sibylle sid sidonie
        siegfried sien sietse sigrid silke silvia silvio silvie simon simona simone siobhan siska sjoerd soazig sofia sofiane
        sofie soizic solange soline solene sonia sonja sophia sophie soraya sorin soufiane souad souhaila soulaymane sofian
        stan stanislas stanislaw staf stef stefaan stefan stefania stefanie stefano steffen stella stephan stephane stephanie
        stephen steven stijn stuart suat suleyman susan susanna susanne suzan suzanne suzy sven svenja svetlana swen sybille
        sylvain sylvaine sylvia sylviane sylvie tabea tadeusz tamara tania tanguy tanja tara tarik tatiana tatjana ted teodor
        terence teresa tess tessa thea theo theodor theodore therese theresa thibaud thibault thibaut thierry thijs thilo
        thomas thorsten tiago tibo tiffany tilde till tilly tim timo timothee timothy tina tine tineke titouan tjorven tobias
        toby tom tomas tomasz tommaso tommy toni tonia tony toon torben torsten tracy tristan trudy tuur udo uli ulrich
        ulrike ulysse ursula ute uwe valentin valentina valentine valere valeria valerie vanessa vasile veerle vera verena
        veronica veronika veronique vicente vicky victor victoria viktor viktoria vince vincent vincenzo viola violette
        virginie vitor vivian viviane vivien vlad vladimir volker wafa walid walter walther wannes ward warre wendy wenke
        werner wesley wibke wided wiebke wilfried wilhelm wilhelmina willem william willy wilma wim winfried winston wolf
        wolfgang wout wouter xander xavier yacine yael yan yann yannick yannis yara yasin yasmin yasmina yasmine yassin
        yassine yassir youcef youna younes youri yousra youssef yusuf yvan yves yvette yvon yvonne zachary zahra zakaria
        zeynep zineb ziyad zoe zoubida zoltan zofia zohra
        """
}
