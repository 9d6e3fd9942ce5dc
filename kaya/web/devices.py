"""What a device may keep of someone's own pages. The service worker (static/js/sw.js) keeps nothing else of theirs."""

from flask import Response, g

HEADER = "Kept-On-Device"


def kept_on_device(answer: Response) -> Response:
    """Let the viewer's browser keep this page, to open it without a network; it goes when they sign out."""
    if g.viewer.is_authenticated:
        answer.headers[HEADER] = "yes"
    return answer
