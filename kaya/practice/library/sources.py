"""What the library's claims rest on."""

from kaya.practice.script import Source

SIGHING = Source(
    "In a month of five minutes a day, 114 people felt better with each practice that was tried, most with sighing.",
    "Brief structured respiration practices enhance mood and reduce physiological arousal",
    "Balban et al., Cell Reports Medicine, 2023",
    "10.1016/j.xcrm.2022.100895",
)
SLOW_BREATH = Source(
    "Breathing slower than ten breaths a minute goes with a more variable heartbeat, and with more ease.",
    "How Breath-Control Can Change Your Life: a systematic review on slow breathing",
    "Zaccaro et al., Frontiers in Human Neuroscience, 2018",
    "10.3389/fnhum.2018.00353",
)
RELAXATION = Source(
    "Twenty minutes of relaxing muscle by muscle left 60 students more relaxed than those who did nothing.",
    "Effectiveness of progressive muscle relaxation, deep breathing, and guided imagery",
    "Toussaint et al., Evidence-Based Complementary and Alternative Medicine, 2021",
    "10.1155/2021/5924040",
)
PAIN = Source(
    "Over 30 trials mindfulness went with a small decrease in long-lasting pain; the evidence is not strong.",
    "Mindfulness meditation for chronic pain: systematic review and meta-analysis",
    "Hilton et al., Annals of Behavioral Medicine, 2017",
    "10.1007/s12160-016-9844-2",
)
SLEEP_THERAPY = Source(
    "For sleeplessness that stays, sleep doctors recommend cognitive behavioural therapy for insomnia first.",
    "Behavioral and psychological treatments for chronic insomnia disorder in adults: a clinical practice guideline",
    "Edinger et al., Journal of Clinical Sleep Medicine, 2021",
    "10.5664/jcsm.8986",
)
TO_DO_LIST = Source(
    "Of 57 young adults, those who wrote down what was to be done fell asleep sooner than those who wrote down what"
    " they had done.",
    "The effects of bedtime writing on difficulty falling asleep",
    "Scullin et al., Journal of Experimental Psychology: General, 2018",
    "10.1037/xge0000374",
)
GRATITUDE = Source(
    "People who listed what they were grateful for reported somewhat better moods than those who listed hassles.",
    "Counting blessings versus burdens",
    "Emmons and McCullough, Journal of Personality and Social Psychology, 2003",
    "10.1037/0022-3514.84.2.377",
)
PANIC_THERAPY = Source(
    "Of the talking treatments for panic, cognitive behavioural therapy was tried most often, and often came out well.",
    "Psychological therapies for panic disorder with or without agoraphobia in adults: a network meta-analysis",
    "Pompoli et al., Cochrane Database of Systematic Reviews, 2016",
    "10.1002/14651858.CD011004.pub2",
)
SHORT_BREAKS = Source(
    "Breaks of up to ten minutes left people a little fresher and less tired; their work did not clearly gain.",
    "“Give me a break!” A systematic review and meta-analysis on the efficacy of micro-breaks",
    "Albulescu et al., PLoS ONE, 2022",
    "10.1371/journal.pone.0272460",
)
BURNOUT = Source(
    "Exhaustion at work goes with load, control, reward, community, fairness and values, not with the person alone.",
    "Understanding the burnout experience: recent research and its implications for psychiatry",
    "Maslach and Leiter, World Psychiatry, 2016",
    "10.1002/wps.20311",
)
