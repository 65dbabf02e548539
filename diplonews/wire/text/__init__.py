"""Parsers for plain text, one source a module; `TEXT_PARSERS` in the order that settles ties."""

from diplonews.wire.text.afp import AFP, AFPFrench, France24
from diplonews.wire.text.anadolu import Anadolu
from diplonews.wire.text.ansa import ANSA
from diplonews.wire.text.antara import ANTARA
from diplonews.wire.text.ap import AP, APPage, APWire
from diplonews.wire.text.asia_news_network import AsiaNewsNetwork
from diplonews.wire.text.bbc_monitoring import BBCMonitoring
from diplonews.wire.text.dpa import Dpa, DpaGerman
from diplonews.wire.text.efe import EFE
from diplonews.wire.text.europe import ANAMPA, NTB, STT, TT, Belga, KeystoneATS, Ritzau
from diplonews.wire.text.focus_taiwan import CNA, FocusTaiwan
from diplonews.wire.text.generic import Generic
from diplonews.wire.text.india import ANI, IANS, PTI, IndianPaper
from diplonews.wire.text.interfax import Interfax
from diplonews.wire.text.japan_papers import AsahiShimbun, JapanNews, JapanTimes, NikkeiAsia
from diplonews.wire.text.jiji import Jiji
from diplonews.wire.text.joongang import KoreaJoongAngDaily
from diplonews.wire.text.kbs_world import KBSWorld
from diplonews.wire.text.kcna import KCNA
from diplonews.wire.text.korea_herald import KoreaHerald
from diplonews.wire.text.korea_papers import ChosunIlbo, DongAIlbo, Hankyoreh
from diplonews.wire.text.korea_times import KoreaTimes
from diplonews.wire.text.kyodo import Kyodo, KyodoPage
from diplonews.wire.text.malaysia import Bernama, MalayMail, TheStar
from diplonews.wire.text.ministries import (
    ChinaForeignMinistry,
    IndiaExternalAffairs,
    JapanForeignMinistry,
    KoreaForeignMinistry,
    StateDepartment,
)
from diplonews.wire.text.nyt_wire import NYTWire
from diplonews.wire.text.oceania_canada import AAP, CanadianPress
from diplonews.wire.text.outlets_asia import (
    CNASingapore,
    Dawn,
    GlobalTimes,
    JapanToday,
    Mainichi,
    NHKWorld,
    SouthChinaMorningPost,
    StraitsTimes,
    TaipeiTimes,
    VietnamPlus,
)
from diplonews.wire.text.outlets_india import NDTV, Devdiscourse, HindustanTimes, TheHindu
from diplonews.wire.text.outlets_us import StarsAndStripes, TheHill
from diplonews.wire.text.outlets_west import CNN, AlJazeera, Barrons, BBCNews, DailySabah, DeutscheWelle, Guardian
from diplonews.wire.text.philippines import PNA
from diplonews.wire.text.press_releases import AsiaNet, BusinessWire, GlobeNewswire, PRNewswire
from diplonews.wire.text.reuters import Reuters, Reuters1987, Reuters1996, ReutersPage
from diplonews.wire.text.tass import TASS
from diplonews.wire.text.upi import UPI
from diplonews.wire.text.us_broadcasters import RFERL, VOA
from diplonews.wire.text.xinhua import ChinaDaily, Xinhua
from diplonews.wire.text.yonhap import Yonhap, YonhapKorean

__all__ = ["TEXT_PARSERS"]

PAGES = (
    KoreaHerald,
    KoreaTimes,
    KoreaJoongAngDaily,
    Hankyoreh,
    DongAIlbo,
    ChosunIlbo,
    KBSWorld,
    ReutersPage,
    APPage,
    KyodoPage,
    FocusTaiwan,
    ChinaDaily,
    JapanNews,
    JapanTimes,
    AsahiShimbun,
    NikkeiAsia,
    MalayMail,
    TheStar,
    StraitsTimes,
    CNASingapore,
    JapanToday,
    Mainichi,
    NHKWorld,
    GlobalTimes,
    SouthChinaMorningPost,
    TaipeiTimes,
    VietnamPlus,
    Dawn,
    HindustanTimes,
    NDTV,
    TheHindu,
    Devdiscourse,
    IndianPaper,
    BBCNews,
    Guardian,
    DeutscheWelle,
    DailySabah,
    AlJazeera,
    CNN,
    TheHill,
    StarsAndStripes,
    Barrons,
    France24,
    VOA,
    RFERL,
    AsiaNewsNetwork,
    StateDepartment,
    KoreaForeignMinistry,
    JapanForeignMinistry,
    ChinaForeignMinistry,
    IndiaExternalAffairs,
)
AGENCIES = (
    Yonhap,
    YonhapKorean,
    Reuters,
    Reuters1987,
    Reuters1996,
    AP,
    APWire,
    AFP,
    AFPFrench,
    Xinhua,
    Kyodo,
    Jiji,
    TASS,
    Interfax,
    Dpa,
    DpaGerman,
    EFE,
    ANSA,
    Anadolu,
    PTI,
    ANI,
    IANS,
    KCNA,
    Bernama,
    ANTARA,
    CNA,
    UPI,
    BBCMonitoring,
    PNA,
    AAP,
    CanadianPress,
    NYTWire,
    KeystoneATS,
    ANAMPA,
    Belga,
    NTB,
    STT,
    Ritzau,
    TT,
)
RELEASES = (AsiaNet, PRNewswire, BusinessWire, GlobeNewswire)

TEXT_PARSERS = (*PAGES, *AGENCIES, *RELEASES, Generic)
