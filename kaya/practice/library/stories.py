"""Sleep stories: nothing much happens in them, and they end wherever you fall asleep."""

from kaya.practice.script import Caution, Need, PracticeKind, Script, TimeOfDay

STORY = PracticeKind.SLEEP_STORY
MORNING, DAY, EVENING, NIGHT = TimeOfDay

NIGHT_FERRY = Script(
    "the-night-ferry",
    "The night ferry",
    "A cabin, a slow ship, and a whole night until the other shore.",
    STORY,
    (Need.SLEEP,),
    (EVENING, NIGHT),
    15,
    """
    Make a place for your head. I will tell you about a ferry that leaves at ten in the evening and does not
    arrive before seven. You need not listen to the end; the ship gets there without you. [12]

    It is the old one, white above and green below the waterline, with a bench along each side where people sit
    in daytime. Tonight there are few of you. A man in a reflecting jacket takes the rope from its bollard as
    though he were unhooking a coat. Then there is a hand’s breadth of black water between the ship and the
    quay, and then two, and nobody has felt it begin. [20]

    Your cabin has the number forty-one. There is a bunk with a blanket tucked in on three sides, a lamp that
    one turns, a hook, and a round window. You hang up your jacket. It starts to swing, so little that you have
    to look twice. [20]

    ~ Beneath the floor the engine has found its note. It is lower than singing, and it does not stop to
    breathe. You feel it in the wood of the bunk, and later you do not feel it any more, as one stops hearing
    rain. [24]

    ~ From the window you see the harbour lights go by, each with its long yellow root in the water. The crane.
    The fish hall. The last lamp on the mole, where someone has left a bucket. After that there is the
    lighthouse, three white beats and a rest, and after that it is only dark, with some stars that belong to
    nobody. [26]

    You lie down. The blanket is heavier than those at home and smells faintly of ironing. The ship lifts you by
    the breadth of a finger, and puts you down again. [24] Lifts you. [14] Puts you down. [24]

    ~ On the deck above someone walks to the stern and back. That is the mate, who likes to see for herself that
    everything is where it was. She has a thermos flask and a cap pulled over her ears. She is awake so that the
    others need not be. [26]

    ~ In the saloon the steward folds paper napkins for breakfast. Fold, and fold, and stroke it flat. He has a
    stack beside him as high as a loaf. The cups hang in their row and tip their handles all to one side, and
    then all to the other. [26]

    ~ A few cabins further on there is a lorry driver who sleeps with his socks on. He has brought onions from
    the south. The whole hold smells of them a little, and of rope, and of salt. [24]

    ~ Toward one o’clock the ferry meets another, coming the other way with all its windows lit. They do not
    hoot at this hour. They dip their lights, once, like neighbours with their hands full. Afterwards comes its
    wake, a broad soft ridge, and goes through beneath you, from your feet up to your hair. [28]

    ~ It rains for a while on the sea, which must be the least noticed rain of all. It makes rings on the black
    water, and the next wave takes them off again. On your window a drop sets out, meets another, and they go on
    as one. [28]

    Your jacket still swings on its hook. A little to the left. [14] A little to the right. [18] It has got into
    the way of it, and so have you. [30-90]

    ~ There is no light to be seen now, before or behind. You are in the very middle, where the way out and the
    way home are the same length, and nothing has to be decided. [30-150]

    The mate screws the cup back on the flask. All in order. [30-180] Three hours, four hours more; the night is
    broad. [30-240] The ship goes on. [30-240]
    """,
    (Caution.LYING,),
)

AFTER_CLOSING = Script(
    "the-library-after-closing",
    "The library after closing",
    "Somebody puts the books back, row by row, and turns down the lamps.",
    STORY,
    (Need.SLEEP, Need.CALM),
    (EVENING, NIGHT),
    14,
    """
    Settle on your better side. This is about a public library in a town with two rivers, and about the hour
    after the doors are locked. [12]

    Her name is Odile, and she has the late shift on Thursdays. When the last reader has found his glasses, she
    turns the key, twice, and waits a moment with her hand on the wood. A building that was listening all day
    long can now put down its ears. [22]

    First there is the trolley. Its left front wheel hums. All that was taken out today lies on it the wrong way
    round: a book on bees with a tram ticket in it, an atlas, three volumes of a novel that somebody means to
    read this time. [24]

    ~ She begins with the travellers. Deserts on the top shelf, where it is warm; islands lower down. Each book
    has left a gap of just its own thickness, and slides into it with a small breath, the way a cat gets under a
    door. [26]

    ~ In the gardening row a page is turned down at pears. She smooths it with her thumb. On the drawing there
    is an espalier, its arms stretched out along a wall, all its life leaning on something sun-warmed. [26]

    ~ Between mathematics and music is the radiator. It ticks as it cools, at longer and longer intervals. Odile
    leans her back against it for as long as it takes to think of nothing. [26]

    Then the lamps. There are twenty-two, green ones, on brass necks, two to every table. She pulls the little
    chain of the first. A circle of oak goes out. [18] She pulls the next. [14] And the next; the darkness comes
    along behind her, table after table, like someone who was only waiting to be asked. [26]

    ~ Under the seventh table lies a mitten, dark red, a child’s. She sets it on the window sill, thumb upward,
    where it will be seen first thing. [24]

    ~ At the eleventh there is a sheet of paper with sums on it, and beside the sums somebody has drawn a hen.
    It goes into the drawer where such things are kept: shopping lists, pressed clover, half a letter that
    begins with Dear. [28]

    ~ On the gallery the old folios lie on their sides. They are too heavy to stand, and no one minds; at their
    age one reads lying down. She checks the little clock that writes the dampness on a drum. Its line runs on
    without a corner, as straight as a canal. [28]

    ~ Outside, the first river goes past the front and the second past the back. On quiet nights they can both
    be heard, one slightly ahead, like two people who have been telling one story for years. [30]

    Twenty. [12] Twenty-one. [14] There is one lamp left, at the desk beside the door. In its light a moth is
    walking up the edge of the catalogue, from M in the direction of N. [26] Odile lets it get there. [30-90]

    ~ She puts on her coat and does up each button. The stairs know her step and keep still. [30-120]

    ~ Thousands of books are standing in the dark now, back to back, shoulder to shoulder, all closed, and each
    one holding its whole story without having to tell it. [30-150]

    The last little chain. [30-200] And it is quiet along all the rows. [30-240] All the rows. [30-240]
    """,
    (Caution.LYING,),
)

GREENHOUSE = Script(
    "rain-on-the-greenhouse",
    "Rain on the greenhouse",
    "An afternoon among tomato plants while it pours. Warm, wet and nothing to water.",
    STORY,
    (Need.SLEEP, Need.CALM, Need.LOW),
    (EVENING, NIGHT),
    13,
    """
    Pull the cover up as far as you like it. There is a garden behind a house, and at the end of it a
    glasshouse, and you have just run the last few yards, because the first drops are falling as big as coins.
    [14]

    The door sticks and gives. Inside it is warm, and it smells of tomato leaves, that green, slightly bitter
    smell that stays on the fingers. You push the door to. Now let it rain. [22]

    At first you can tell the drops apart. One on the pane above the potting table. [10] One by the tap. [10]
    Then there are too many for counting, and a roof of sound stands over you, with you beneath it in the dry.
    [26]

    ~ There is a chair of painted iron, with a cushion that has been sat on by everyone. You turn it so that
    your back is to the water butt. Your sleeves have dark spots; they will dry by themselves. [24]

    ~ Along the strings the plants have climbed higher than you. You need not do anything about them. Some
    fruits are still hard and pale as jade; the lowest ones have ripened behind their leaves when nobody was
    watching, and shine. [26]

    ~ A snail travels over the outside of the glass. From here you see what no one is meant to see: its one
    broad foot, wave after wave running through it, without haste, uphill. [26]

    ~ On the table are clay pots, set one inside the other, a ball of raffia, a pencil stub, labels on which
    someone has written in capitals what will be there in July. [24]

    The gutter has begun to sing. It carries the water round the corner and lets it fall into the butt, at first
    with a splash, later, as that fills, ever lower, until it only murmurs. [28]

    ~ From time to time a gust throws a handful against the long side, and then it is steady again. You have
    nowhere to go. All that was to be watered is being watered: the beans, the lettuces, the whole parish. [28]

    ~ Your breath has made a cloud on the pane next to you. It grows, and shrinks, and grows. You could write
    something in it, and you do not. [28]

    ~ A wren has come in under the eaves. It shakes itself to twice its size and is a ball with a beak. It looks
    at you with one eye, decides that you are a kind of sack, and draws up a leg. [28]

    The light turns the colour of weak tea. It may be five, or six. Somebody in the house will have put a lamp
    on; there is a yellow square out there, that trembles with the wet. They know where you are. [30-90]

    ~ The warmth of the day is still in the bricks under the bench. It rises slowly, and you have the good of
    it. [30-120]

    ~ The rain thinks of leaving and does not. It has got finer, a thread, a hush. [30-150]

    You lean your head on the wooden post. It was planed by a hand long ago, and it is warm too. [30-200] It
    rains. [30-240] It goes on raining, very softly, on the glass. [30-240]
    """,
    (Caution.LYING,),
)

SCRIPTS = (NIGHT_FERRY, AFTER_CLOSING, GREENHOUSE)
