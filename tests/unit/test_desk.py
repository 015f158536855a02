"""The desk's look-ups over its data."""

import pytest

from newsgen.lexicon import load_lexicon
from newsgen.lexicon.desk import fold

DESK = load_lexicon().desk


def test_folding() -> None:
    assert fold("  Publié  LE “à” l’été ") == 'publie le "a" l\'ete'


@pytest.mark.parametrize(
    ("text", "name"),
    [("AFP", "Agence France-Presse"), ("reuters", "Reuters"), ("Xinhua", "Xinhua"), ("Télam", "Télam"), ("XYZ", None)],
)
def test_agencies(text: str, name: str | None) -> None:
    assert DESK.agency(text) == name


@pytest.mark.parametrize("name", ["The Daily Bugle", "Radio Valle Alto", "Le Monde", "BBC", "Agence du Fleuve", "AFP"])
def test_names_of_outlets(name: str) -> None:
    assert DESK.is_outlet_name(name)


@pytest.mark.parametrize(
    "text", ["The news is bad", "Ann Miller", "Radio", "Post offices close early today in the north of the country", ""]
)
def test_other_words_name_no_outlet(text: str) -> None:
    assert not DESK.is_outlet_name(text)


def test_a_cue_ends_where_a_word_ends() -> None:
    cues = DESK.cues["byline.start"]
    assert cues.start("by ann miller") == "by"
    assert cues.start("bypassing the town") is None
    assert cues.start("written by ann miller") == "written by"


def test_the_longest_cue_counts() -> None:
    assert DESK.cues["stamp.published"].start("published on 12 march") == "published on"
    assert DESK.cues["end"].end("said. (end)") == "(end)"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The river rose again on Sunday, and the mayor said that it was not over.", "en"),
        ("Le fleuve a encore monté dimanche, et le maire a dit que ce n'est pas fini.", "fr"),
        ("El río creció otra vez el domingo, y la alcaldesa dijo que no se ha acabado.", "es"),
        ("Der Fluss ist am Sonntag wieder gestiegen, und die Stadt hat das nicht erwartet.", "de"),
        ("O rio subiu de novo no domingo, e o prefeito disse que não é o fim.", "pt"),
        ("Il fiume è salito di nuovo, e il sindaco ha detto che non è finita.", "it"),
        ("Floods", "fr"),
        ("", "fr"),
        ("Ursula von der Leyen, Charles de Gaulle: Zu den Akten", "fr"),
        ("Von der Leyen told the Sahel towns that de Gaulle was wrong and that she said so.", "en"),
        ("Frau von der Leyen hat mit der Stadt und für die Stadt gesprochen, nicht mit dem Land.", "de"),
        ("ارتفع النهر مرة أخرى", "ar"),
        ("ارتفع النهر مرة أخرى يوم الأحد، وقال عمدة المدينة إن شركة گوگل ساعدت في القياس هذه المرة أيضا.", "ar"),
        ("رودخانه روز یکشنبه دوباره بالا آمد و شهردار گفت که این پایان کار نیست.", "fa"),
        ("دریا اتوار کو پھر چڑھ گیا، اور میئر نے کہا کہ یہ ختم نہیں ہوا۔", "ur"),
        ("سین د یکشنبې په ورځ بیا لوړ شو، ښاروال وویل چې پای ته نه دی رسېدلی.", "und"),
        ("市长周日表示，河水再次上涨。", "zh"),
        ("iPhone 发布会上，市长周日表示，河水再次上涨 (Reuters)", "zh"),
        (
            "市长周日在「のぞみ」号列车上表示，河水再次上涨，短期内不会退去，居民应当尽快离开低洼地区，前往高处。",
            "zh",
        ),
        ("川は日曜日にまた増水し、市長はまだ終わっていないと述べた。", "ja"),
        ("강은 일요일에 다시 불어났고 市長은 끝나지 않았다고 말했다.", "ko"),
        ("Ο ποταμός ανέβηκε ξανά την Κυριακή, είπε ο δήμαρχος.", "el"),
        ("הנהר עלה שוב ביום ראשון, אמר ראש העיר.", "he"),
        ("แม่น้ำเพิ่มสูงขึ้นอีกครั้งเมื่อวันอาทิตย์", "th"),
        ("მდინარე კვირას კვლავ ადიდდა", "ka"),
        ("नदी रविवार को फिर बढ़ गई", "und"),
        ("Река снова поднялась в воскресенье, и мэр сказал, что это ещё не всё, но люди ушли.", "ru"),
        ("Реката отново се покачи в неделя, каза кметът.", "und"),
        ("Ріка знову піднялася в неділю, і її рівень, каже мер, є найвищим із кінця літа.", "uk"),
        ("Река је у недељу поново порасла, рекао је градоначелник, а вођа и кућа су отишли ближе брду.", "sr"),
        ("The mayor of Athens (Δήμος Αθηναίων) said that the river had risen in the night.", "en"),
        ("Дом", "und"),
        ("<a href=x>y</a> " * 12, "fr"),
        ("<p> y </p> con <b> y </b> " * 12, "fr"),
        ("El alcalde: <b>el río</b> creció otra vez y <i>la gente</i> se fue de la ciudad.", "es"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert DESK.language_of(text, "fr") == language


def test_every_cue_that_needs_a_colon_is_a_cue() -> None:
    for kind in ("byline", "source", "caption"):
        assert DESK.cues[f"{kind}.colon"].phrases <= DESK.cues[f"{kind}.start"].phrases
    assert DESK.cues["notice.related"].phrases <= DESK.cues["notice.whole"].phrases
