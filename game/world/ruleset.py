"""The coefficients of the rules, by section: `rules.campaigns.loss`; their home is assets/rules/*.json."""

from collections.abc import Iterator, Mapping

from game.world.pace import Scale, paced


class UnknownNumber(AttributeError):
    """A section or coefficient that the rules do not have: misspelt, or missing in the files."""

    one_sentence = True


class Section:
    """Read-only coefficients of one part of the rules, each a float: `section.loss`."""

    def __init__(self, name: str, values: Mapping[str, float]) -> None:
        self.__dict__.update(values)
        self.__dict__["_name"] = name

    def __getattr__(self, name: str) -> float:
        if name.startswith("__"):
            raise AttributeError(name)
        known = ", ".join(sorted(self.names()))
        raise UnknownNumber(f"the rules have no coefficient {self._name}.{name}; there are: {known}")

    def __setattr__(self, name: str, value: float) -> None:
        raise AttributeError("rules are read-only; make others with rules.but(...)")

    def names(self) -> Iterator[str]:
        """Give the names of the coefficients."""
        return (name for name in self.__dict__ if not name.startswith("_"))


class Rules:
    """All coefficients by section; `but(campaigns__loss=.2)` makes a changed copy for experiments.

    They are given for a year, with how each of them follows the length of a turn: section -> name -> scale. Of a
    game in which a year has several turns the sections hold the numbers of one turn.
    """

    def __init__(
        self,
        sections: Mapping[str, Mapping[str, float]],
        scales: Mapping[str, Mapping[str, Scale]] | None = None,
        parts: int = 1,
    ) -> None:
        self._values = {name: dict(values) for name, values in sections.items()}
        self._scales, self._parts = scales or {}, parts
        for name, values in self._values.items():
            self.__dict__[name] = Section(name, paced(values, self._scales.get(name, {}), parts))

    def __getattr__(self, name: str) -> Section:
        if name.startswith("_"):
            raise AttributeError(name)
        raise UnknownNumber(f"the rules have no section {name}; is its file in assets/rules missing?")

    def values(self) -> dict[str, dict[str, float]]:
        """Give a copy of all numbers, those of a year: section -> name -> value."""
        return {name: dict(values) for name, values in self._values.items()}

    def but(self, **changes: float) -> "Rules":
        """Change coefficients, named `section__name`, to numbers of a year: `rules.but(campaigns__loss=.2)`.

        Raises KeyError for a name that the rules do not have.
        """
        values = self.values()
        for path, value in changes.items():
            section, _, name = path.partition("__")
            if name not in values.get(section, {}):
                raise KeyError(f"the rules have no coefficient {section}.{name}")
            values[section][name] = float(value)
        return Rules(values, self._scales, self._parts)

    def in_turns(self, parts: int) -> "Rules":
        """Give the same rules for turns of which a year has so many, 1 for turns of whole years."""
        return self if parts == self._parts else Rules(self._values, self._scales, parts)
