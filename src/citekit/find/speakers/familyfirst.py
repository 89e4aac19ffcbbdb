"""Names that begin with the family name, as Chinese, Korean and Vietnamese ones do (The Chicago
Manual of Style, 17th ed., 8.15–8.17): "Xi" is "Xi Jinping", "Mr. Ban" is "Ban Ki-moon"."""

from __future__ import annotations

import re

#: A Chinese given name: one or two syllables of Hanyu Pinyin.
_SYLLABLE = (
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an"
    r"|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ü|a|e|i|o|u))"
)
_CHINESE = re.compile(rf" (?=[A-Z])(?i:{_SYLLABLE}{{1,2}})(?![\w’'-])")
#: A Korean one, of two syllables with a hyphen: "Ki-moon".
_KOREAN = re.compile(r" [A-Z][a-z]{1,5}-[A-Za-z][a-z]{1,5}(?![\w’'-])")
_VIETNAMESE = re.compile(r"(?: [A-ZĐ][a-zà-ỹ]{1,6}){2,3}(?![\w’'-])")
_CHINESE_FAMILIES = frozenset(
    """ai bai bo cai cao chen cheng cui dai deng ding dong du duan fan fang feng fu gao gong gu guan
    guo han hao he hong hou hu hua huang jia jiang jin kong lai li lian liang liao lin liu lu luo lü
    ma mao meng mo ni ning niu ouyang pan pang peng qian qiao qin qiu qu ren shao shen shi su sun
    tan tang tao tian wan wang wei wen wu xi xia xiang xiao xie xiong xu xue yan yang yao ye yi yin
    you yu yuan yue zeng zhai zhan zhang zhao zheng zhong zhou zhu zhuang zou""".split()
)
_KOREAN_FAMILIES = frozenset(
    """ahn ban cho choe choi chung han hwang jang jeon jeong jo jung kang kim kwon lee lim moon noh
    oh park roh ryu seo shin sohn son song suh yang yoo yoon yun""".split()
)
_VIETNAMESE_FAMILIES = frozenset(
    "nguyen nguyễn tran trần le lê pham phạm hoang hoàng phan vu vũ vo võ dang đặng bui bùi ngo "
    "ngô duong dương ly lý trinh trịnh dinh đinh".split()
)


def given_behind(text: str, family: str, end: int) -> str:
    """The given name behind a family name that ends at ``end``, with the space before it; empty
    if what stands there is none."""
    word = family.lower()
    for families, given in (
        (_KOREAN_FAMILIES, _KOREAN),
        (_VIETNAMESE_FAMILIES, _VIETNAMESE),
        (_CHINESE_FAMILIES, _CHINESE),
    ):
        found = given.match(text, end) if word in families else None
        if found is not None:
            return found.group()
    return ""


def may_begin(family: str) -> bool:
    """Whether a word is a family name that stands before the given name."""
    word = family.lower()
    return word in _CHINESE_FAMILIES or word in _KOREAN_FAMILIES or word in _VIETNAMESE_FAMILIES
