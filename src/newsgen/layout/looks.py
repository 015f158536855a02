"""Looks: lines around a text that their form alone tells, such as counts, page numbers and calls to follow somebody."""

import re

# matches: @AnnMiller
# matches: #river, #boats
# not: #1 in the valley
_HANDLES = re.compile(r"^(?:[@#][^\W\d]\w*[,|\s]*)+$")
# matches: jane.doe@example.org
# matches: E-mail: desk@example.org
_ADDRESS = re.compile(r"^(?:e-?mail ?: ?)?[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,4}$", re.I)
# matches: -- Dakar Newsroom +221 33 000 00 00
_CONTACT = re.compile(r"^[-–—*]{1,3}\s?[^\d]{3,50}\d?[+(]?\d[\d ()/-]{6,24}$")
# matches: Page 2
# matches: page 2 of 14
# matches: [ 28 ]
# matches: 45 | Wayfarer
# matches: – 12 –
# not: Page 2 was torn out
_PAGE_NUMBER = re.compile(
    r"^(?:page|página|p\.)\s\d{1,3}(?:\s?(?:of|/|sur|de)\s?\d{1,3})?$"
    r"|^[\[(]\s?\d{1,3}\s?[\])]$|^[-–—]\s?\d{1,3}\s?[-–—]$|^\d{1,3}\s?[|•]\s?[^\W\d_][\w'’]*(?:\s[^\W\d_][\w'’]*){0,4}$",
    re.I,
)
# matches: list 2 of 3 Why the river rises
# matches: item 1 of 4
_LIST_OF = re.compile(r"^(?:list|item|slide|story|article|élément|elemento) \d{1,2} (?:of|sur|de) \d{1,2}\b", re.I)
# matches: Document 1 of 1
# matches: 1 of 12 DOCUMENTS
# matches: Document VALGAZ0020240503ek530007
# matches: Final Edition
# matches: news·20230822·VG·0x01
# matches: Le Courrier • p. 4 • 412 mots
# not: Document of the year
_RECORD = re.compile(
    r"^(?:document|article|result|record)s? \d{1,4} (?:of|de|sur|/) \d{1,5}$"
    r"|^\d{1,4} (?:of|de|sur|/) \d{1,5} (?:documents?|articles?)$"
    r"|^document [a-z]{3,8}0{2}\d{8}\w{6,20}$|^(?:doc\. ?: ?)?news·\d{8}·\S{4,40}$"
    r"|^(?:first|late|late city|early|final|city|metro|national|international|evening|morning|home|print) edition$"
    r"|^end of document$|^[^.!?•]{3,60}\s•\s(?:p|pp|pg)\.\s?\w{1,5}(?:\s•[^.!?•]{2,40})?$",
    re.I,
)
# matches: 👁 4.1K 27 Jan 2024, 18:20
# matches: 👍 12  💬 3
# matches: :eyes: 3
# not: 🔴 The river rose to 4 metres
_REACTIONS = re.compile(
    r"^(?:(?:[^\x00-\u20ff\w]{1,3}|:[a-z_+-]{2,20}:)\s?\d[\d.,]*[KkMm]?\s{0,3}){1,6}"
    r"(?:[,·•|]?\s*(?:edited\s)?[\d\w][\d\w .,/:-]{3,30})?$"
)
# matches: 📲 Join the channel: t.example/valleynow
# matches: 👉 Abonnez-vous : t.example/vallee
# not: 🔴 The river rose to 4 metres
_POINTER = re.compile(
    r"^[\u2190-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff\ufe0f]{1,6}\s?[^.!?]{0,70}"
    r"\b[\w-]{1,40}\.[a-z]{2,9}/\S{1,60}$"
)
# matches: Il y a 3 heures
# matches: hace 20 minutos
# not: Il y a 3 heures, le pont
_AGO = re.compile(r"^(?:il y a|hace)\s\d{1,2}\s?(?:min(?:utes?|utos?)?|h(?:eures?|oras?)?|jours?|días?)\.?$", re.I)
# matches: 1931 – 2022
# matches: (1931-2022)
# not: 1931 – 2022 in the valley
_LIFE = re.compile(r"^\(?1[6-9]\d\d\s?[–—-]\s?(?:1[6-9]|20)\d\d\)?$")
# matches: Sponsored by Valley Bank
# matches: Présenté par la Banque du Fleuve
# not: Supported by tanks, the soldiers went on.
_SPONSOR = re.compile(
    r"^(?:sponsored|presented|brought to you|powered|supported|paid for) by\s[^.!?]{2,60}$"
    r"|^(?:présenté|proposé|sponsorisé|parrainé|patrocinado|presentado) p[ao]r\s[^.!?]{2,60}$",
    re.I,
)
# matches: Reading time: 3 minutes.
# matches: Lecture : 3 minutes.
# matches: Temps de lecture 4 min
# matches: 5–6 minutes
# matches: Video Duration 01 minutes 58 seconds
# not: The fire lasted 3 minutes.
_LASTS = re.compile(
    r"^(?:(?:reading|read|listening|estimated|temps de|tiempo de|durée|duration|video|lecture|lectura|écoute)\b"
    r"[^\d.]{0,24}"
    r"|[^\W\d_]{4,16}\s?:\s?|(?=\d{1,2}\s?[–-]))(?:\d{1,2}\s?[–-]\s?)?\d{1,3}\s?(?:mins?|mn|min\.|minutes?|minutos?|secondes?|seconds?|words|mots)"
    r"(?:\s\d{1,2}\s(?:seconds?|secondes?))?\W?$",
    re.I,
)
# matches: Commenter (12)
# matches: Photo gallery (6)
# matches: Comments 41
# not: The council (2019)
_COUNTED = re.compile(
    r"^[^\W\d_][^\W\d_]{2,20}(?:\s[^\W\d_]{2,20})?\s\(\d{1,3}\)$"
    r"|^(?:comments|commentaires|comentarios|réactions|reacciones|replies|shares|likes)\s\d{1,5}$",
    re.I,
)
# matches: See VALLEY, page A8
# matches: Continued on page 4
# matches: (Voir suite en 4e page)
# matches: Results in full: page 31
# not: See the map, page by page
_JUMP = re.compile(
    r"^\(?(?:(?:please )?see|continued|turn to|continues|voir|suite|sigue|continúa|ver)\b[^.!?]{0,40}?\s"
    r"(?:page|página|p\.)\s?[A-Z]?\d{1,3}\)?$"
    r"|^\(?(?:voir |lire )?(?:la )?suite (?:en|à la|page)\b[^.!?]{1,20}\)?$"
    r"|^[^.!?:]{3,40}: (?:see )?(?:page|página|p\.)\s?[A-Z]?\d{1,3}$",
    re.I,
)
# matches: Share on LinkedIn
# matches: Síganos en Telegram
# matches: Get the Courier on WhatsApp
# not: The mayor wrote it on Facebook
_ON_NETWORK = re.compile(
    r"^(?:get|share|follow|join|find|like|read|watch|chat|subscribe"
    r"|partage\w*|suive\w*|rejoign\w*|retrouve\w*|compart\w*|s[íi]g[au][a-zé]*|[úu]n[ea]\w*|b[uú]sc[ae]\w*)"
    r"\s(?:\S+\s){0,4}?(?:on|sur|en|via|no|with)\s"
    r"(?:our |notre |nuestro )?(?:whatsapp|telegram|linkedin|facebook|twitter|x|instagram|youtube|tiktok"
    r"|bluesky|mastodon|threads|reddit|signal|viber|google news)\W?$",
    re.I,
)
# matches: This live page is now closed
# matches: This blog is closed.
# not: This page of history is closed
_CLOSED = re.compile(
    r"^(?:this|our) (?:live ?)?(?:page|blog|feed|ticker|coverage|chat|thread|discussion)"
    r" (?:is|has|was) (?:now |been )?(?:closed|ended)\W?$",
    re.I,
)
# matches: Was this article helpful? Yes / No
# matches: Cet article vous a-t-il été utile ?
# not: Was this article of the treaty ever read?
_HELPFUL = re.compile(
    r"^(?:was|is|did you find) this (?:article|page|story|information|content) (?:helpful|useful|interesting)\s?\?"
    r"|^cet article vous a[- ](?:t-il été utile|été utile)\s?\?|^¿te (?:resultó|fue) útil est[ea] \w+\?",
    re.I,
)
# matches: More local news
# matches: More in Politics
# matches: Más noticias de África
# matches: Más en La Ribera
# matches: Plus sur le fleuve
# matches: More on the floods
# not: More in hope than in faith
_MORE = re.compile(
    r"^(?i:more)\s(?:[a-z]+\s){0,2}(?:news|stories|headlines|coverage|articles)$"
    r"|^(?i:more)\s(?:in|from)\s[A-Z][\w'’&-]+(?:\s[A-Z][\w'’&-]+){0,2}$"
    r"|^(?i:más)\s(?:noticias|historias)(?:\s(?:de|sobre)\s[^.!?]{2,30})?$"
    r"|^(?:Más (?:en|sobre)|Plus (?:sur|dans)|More (?:on|at))\s(?:[Tt]he |[Ll]a |[Ll]e |[Ee]l |[Ll]es |[Ll]os )?"
    r"[\w'’&-]+(?:\s[A-Z][\w'’&-]*){0,3}$"
    r"|^(?i:plus d)['’](?:articles|actualités|infos)(?:\s[^.!?]{2,30})?$"
)
# matches: Read in Russian
# matches: Leer en inglés
# not: Read in the light of the accord
_READ_IN = re.compile(
    r"^(?:read|available|also available|lire|disponible|leer|léelo)\s(?:this\s)?(?:in|en)\s"
    r"(?:english|french|spanish|russian|arabic|chinese|portuguese|german|ukrainian|hausa|swahili|anglais|français|arabe"
    r"|espagnol|russe|portugais|allemand|inglés|francés|portugués|ruso|árabe|alemán)$",
    re.I,
)
# matches: Photos by the author
# matches: Photos de l'auteur
# not: Photos by the wall
_BY_AUTHOR = re.compile(
    r"^(?:photos?|photographs|pictures|images|illustrations|fotos|fotografías)\s(?:by|de|del|:)\s?"
    r"(?:the author|the writer|l['’]aut(?:eure?|rice)|la autora|el autor|autora?)\W?$",
    re.I,
)
# matches: Valley Radio: listen live
# matches: Écouter en direct
# not: He said: watch the river live
_LIVE = re.compile(
    r"^(?:[^\W\d_][\w'’&-]*(?:\s[A-Z][\w'’&-]*){0,3}\s?[:–—-]\s)?"
    r"(?:listen live|watch live|listen now|écouter(?: en direct)?|en direct|escuchar(?: en vivo)?|en vivo|en directo)$",
    re.I,
)
# matches: ADVERTISEMENT — CONTINUE READING BELOW
# not: Advertisement of the post ended
_ADVERT = re.compile(r"^(?:advertisement|publicité|publicidad|annonce|anuncio)\s?[-–—:|]", re.I)
# matches: Most Recent Videos
# matches: Latest videos
# not: Most recent videos show the crash.
_LISTING = re.compile(
    r"^(?:most|latest|newest|top|popular)\s(?:(?:recent|popular|watched|shared|commented)\s)?"
    r"(?:videos?|photos|galleries|podcasts|episodes|articles)$",
    re.I,
)

# matches: jf/abc
# matches: (abc/de)
# matches: abc/de/fg/hij
# matches: jf/abc (AFP, dpa)
# matches: jf abc
# matches: JD
# matches: JKL/ab/cd/XYZ
# matches: str-ma/pdw
# matches: J.W.
# matches: J.-M. V.
# not: (SWS)
_INITIALS = re.compile(
    r"^(?:\(?[a-z]{2,4}(?:/[a-z]{2,4}){1,4}\)?(?:\s\([\w ,-]{2,60}\))?|[a-z]{2,3}(?:\s[a-z]{2,3}){1,2}|[A-Z]{2,3}"
    r"|[A-Za-z]{2,4}(?:/[A-Za-z]{2,4}){2,5}|[a-z]{2,4}(?:-[a-z]{2,4}){1,2}/[a-z]{2,4}|(?:[A-Z]\.[ -]?){2,4})$"
)
# matches: = (PICTURE) =
# matches: (PHOTO ARCHIVES)
# not: (the picture)
_SENT_WITH = re.compile(
    r"^[=\s]*\((?:PICTURES?|PHOTOS?|PHOTO ARCHIVES?|VIDEO|GRAPHICS?|INFOGRAPHIE|FOTOS?|INFOGRAFÍA)\)[=\s]*$"
)

_LOOKS = (
    ("count", _COUNTED),
    ("jump", _JUMP),
    ("on-network", _ON_NETWORK),
    ("live-closed", _CLOSED),
    ("helpful", _HELPFUL),
    ("more-of", _MORE),
    ("other-language", _READ_IN),
    ("by-the-author", _BY_AUTHOR),
    ("notice-line", _ADVERT),
    ("notice-line", _LIVE),
    ("notice-line", _LISTING),
    ("handles", _HANDLES),
    ("handles", _ADDRESS),
    ("list-of", _LIST_OF),
    ("export-field", _RECORD),
    ("sponsor", _SPONSOR),
    ("count", _LASTS),
    ("reactions", _REACTIONS),
    ("on-network", _POINTER),
    ("page-number", _PAGE_NUMBER),
    ("years-of-life", _LIFE),
    ("entry-time", _AGO),
    ("wire-line", _SENT_WITH),
    ("contact", _CONTACT),
)
"""Rules of lines that can be told by their looks."""


def read_look(text: str) -> str | None:
    """The rule of a line that its looks tell; None if they do not."""
    return next((rule for rule, pattern in _LOOKS if pattern.match(text)), None)


def is_initials(text: str) -> bool:
    """Whether the line only has the initials of those who wrote and checked a text."""
    return _INITIALS.match(text) is not None
