"""The facts that the door announces; told at once, outside any transaction."""

from blinker import NamedSignal, signal

turned_away: NamedSignal = signal("web.turned-away")
limit_reached: NamedSignal = signal("web.limit-reached")
token_refused: NamedSignal = signal("web.token-refused")
