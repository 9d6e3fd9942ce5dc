"""Where a visitor may be sent: to paths of this site."""

import pytest

from kaya.web.ways import local_path


@pytest.mark.parametrize("path", ["/", "/settings", "/practitioners/x?day=2&b=/c#d", "/écoute", "/a//b", "/a:b"])
def test_paths_of_this_site_are_kept(path):
    assert local_path(path) == path


@pytest.mark.parametrize(
    "path",
    [
        *(None, "", "settings", "//evil", "///evil", "\\evil", "/\\evil", "\\\\evil", "https:evil", "https://evil"),
        *(
            "javascript:alert(1)",
            "/\t/evil",
            "/\n/evil",
            "\t//evil",
            " //evil",
            "/\x00",
            "/\ud800",
            "/" + "x" * 500,
            "@evil",
        ),
    ],
)
def test_whatever_could_lead_elsewhere_is_not(path):
    assert local_path(path) == ""
