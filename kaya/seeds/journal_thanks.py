"""What Amara was thankful for; invented. Days ago, and a line for each thing."""

THANKS: tuple[tuple[int, str], ...] = (
    (0, "The rain that did not want anything\nTea at the right moment"),
    (1, "The poster with the ducks\nA seat by the window\nThat nobody rang"),
    (3, "Mother’s laugh, a whole minute of it"),
    (6, "Wet shoes, dry socks\nRui’s mandarin\nThe smell of the office when someone has opened a window"),
    (9, "A Sunday like a field"),
    (12, "The heart of leaves\nMy knees, which carried me up the hill again"),
    (15, "That he asked"),
    (17, "Mint\nEleven people who breathe in together\nThe key change in the second verse"),
    (22, "Grandmother’s gloves\nMy aunt’s hands\nThe bicycle, wherever it went"),
    (26, "Inês, silent\nThe kiosk with the knitting"),
    (34, "The good lamp"),
    (40, "Twenty lengths"),
    (55, "The commercials of our childhood"),
    (73, "That she asked what the nights smell like"),
)
