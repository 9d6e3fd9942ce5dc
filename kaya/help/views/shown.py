"""What every page knows of help."""

from kaya.config import settings
from kaya.web.templating import shown_everywhere


@shown_everywhere
def quick_exit() -> str:
    """Where one goes who has to leave a page at once: somewhere harmless, chosen by the operator."""
    return settings().quick_exit_url
