"""Hears what a watch announces, as lines that tests compare."""


class HeardBook:
    """An Announcements that remembers; *standing* are alerts that an earlier run left."""

    def __init__(self, standing=None):
        self.said = []
        self.words = []
        self.standing = standing or {}

    def of(self, device, rule):
        return self.standing.get((device, rule))

    def raised(self, finding, now):
        self.said.append(("raised", finding.rule.id, finding.device, now))
        self.words.append(finding.condition)

    def raised_again(self, finding, now):
        self.said.append(("again", finding.rule.id, finding.device, now))

    def cleared(self, finding, now):
        self.said.append(("cleared", finding.rule.id, finding.device, now))
