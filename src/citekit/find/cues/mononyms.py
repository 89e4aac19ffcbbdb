"""Persons who are known by one name alone, as writers name them in English, German and French:
the authors of antiquity (*The Oxford Classical Dictionary*, list of abbreviations of authors and
works) and those of later times who have no family name or are not called by it.
"""

from __future__ import annotations

_MEN = """
homer homère hesiod hésiode pindar pindare aeschylus aischylos eschyle sophocles sophokles
sophocle euripides euripide aristophanes aristophane menander ménandre herodotus herodot hérodote
thucydides thukydides thucydide xenophon xénophon plato platon aristotle aristoteles aristote
socrates sokrates socrate heraclitus heraklit héraclite parmenides parménide democritus demokrit
démocrite protagoras epicurus epikur épicure theophrastus theophrast théophraste isocrates
isokrates isocrate demosthenes démosthène hippocrates hippokrates hippocrate euclid euklid euclide
archimedes archimède polybius polybios polybe strabo strabon plutarch plutarque lucian lukian
pausanias ptolemy ptolemäus ptolémée galen galien arrian arrien appian appien plotinus plotin
proclus proklos epictetus epiktet épictète josephus terence terenz térence plautus plaute cicero
cicéron sallust salluste lucretius lukrez catullus catull catulle virgil vergil virgile horaz ovid
ovide propertius properz properce tibullus tibull tibulle livy livius tite-live vitruvius vitruv
vitruve seneca sénèque lucan lukan lucain pliny plinius pline quintilian quintilien
tacitus tacite suetonius sueton suétone juvenal juvénal apuleius apulée boethius boëthius boèce
tertullian tertullien origen origenes origène eusebius eusebios eusèbe lactantius laktanz lactance
augustine augustinus cassiodorus cassiodor cassiodore bede beda bède alcuin alkuin einhard
eginhard abelard abaelard abélard averroes averroès avicenna avicenne maimonides maïmonide aquinas
petrarch petrarca pétrarque boccaccio boccace froissart erasmus érasme melanchthon paracelsus
paracelse confucius konfuzius mencius menzius molière voltaire novalis stendhal
"""
_WOMEN = "sappho sapho hypatia hypatie"

#: The name in lower case → ``m`` or ``f``.
MONONYMS: dict[str, str] = {
    **dict.fromkeys(_MEN.split(), "m"),
    **dict.fromkeys(_WOMEN.split(), "f"),
}
