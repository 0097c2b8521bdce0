// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/derivation/derivation_texts.h>

#include <present/derivation/derivation_words.h>
#include <present/format/figure_format.h>

#include <QStringList>

namespace headroom::present {
namespace {

using core::Derivation;
using core::Operation;

// Operands joined by the operation's sign; `word` makes one operand's text.
template<class Word>
QString formula(const Derivation &node, Word word)
{
    QStringList words;
    for (const Derivation &operand : node.operands)
        words.append(word(operand));
    const auto call = [&](const char *name) { return QString::fromUtf8(name) + u'(' + words.join(QStringLiteral(", ")) + u')'; };
    switch (node.operation) {
    case Operation::Sum: return words.join(QStringLiteral(" + "));
    case Operation::Difference: return words.join(QStringLiteral(" − "));
    case Operation::Product: return words.join(QStringLiteral(" × "));
    case Operation::Quotient: return words.join(QStringLiteral(" ÷ "));
    case Operation::Minimum: return call("min");
    case Operation::Maximum: return call("max");
    case Operation::Ceil: return QStringLiteral("⌈") + words.join(QString()) + QStringLiteral("⌉");
    case Operation::Floor: return QStringLiteral("⌊") + words.join(QString()) + QStringLiteral("⌋");
    case Operation::Exponential: return call("exp");
    case Operation::SmoothMaximum: return QStringLiteral("∛(") + words.join(QStringLiteral("³ + ")) + QStringLiteral("³)");
    case Operation::Input:
    case Operation::Fact:
    case Operation::Constant:
    case Operation::Search: break;
    }
    return {};
}

} // namespace

bool DerivationTexts::knows(const std::string &key)
{
    return findDerivationWord(key) != nullptr;
}

QString DerivationTexts::label(const std::string &key)
{
    const DerivationWord *word = findDerivationWord(key);
    return word ? QCoreApplication::translate("DerivationTexts", word->label) : QString::fromStdString(key);
}

QString DerivationTexts::value(const Derivation &node)
{
    return FigureFormat().quantity(node.value, node.unit);
}

QString DerivationTexts::formulaInWords(const Derivation &node)
{
    if (node.operation == Operation::Search)
        return tr("highest load that meets the latency targets and fits the KV cache, found by search");
    return formula(node, [](const Derivation &operand) { return label(operand.key); });
}

QString DerivationTexts::formulaInNumbers(const Derivation &node)
{
    return formula(node, [](const Derivation &operand) { return value(operand); });
}

QString DerivationTexts::source(const Derivation &node)
{
    if (!node.operands.empty())
        return {};
    const DerivationWord *word = findDerivationWord(node.key);
    const QString note = word && *word->note ? QCoreApplication::translate("DerivationTexts", word->note) : QString();
    if (node.operation == Operation::Input)
        return note.isEmpty() ? tr("chosen in the scenario") : note;
    QString text = QString::fromStdString(node.source.text);
    if (text.isEmpty() || (node.operation == Operation::Constant && !note.isEmpty()))
        text = note;
    if (text.isEmpty())
        text = node.operation == Operation::Fact ? tr("catalog, no source given") : tr("by definition");
    if (!node.source.asOf.empty())
        text = tr("%1 (as of %2)").arg(text, FigureFormat::date(node.source.asOf));
    if (node.source.confidence == "low")
        text = tr("%1; public sources disagree").arg(text);
    return text;
}

QString DerivationTexts::title(core::Figure figure)
{
    switch (figure) {
    case core::Figure::PeakRps: return tr("Peak load");
    case core::Figure::Gpus: return tr("GPUs");
    case core::Figure::Replicas: return tr("Replicas");
    case core::Figure::MonthlyCost: return tr("Monthly cost");
    case core::Figure::TtftP95: return tr("First token");
    case core::Figure::TpotP95: return tr("Each further token");
    case core::Figure::EndToEnd: return tr("Whole answer");
    case core::Figure::Headroom: return tr("Headroom");
    case core::Figure::CostPerMillionOutputTokens: return tr("Per million output tokens");
    case core::Figure::WeightsPerGpu: return tr("Weights per GPU");
    case core::Figure::KvCapacityTokens: return tr("KV cache of a replica");
    case core::Figure::CapacityPerReplica: return tr("Capacity of a replica");
    case core::Figure::MeanUtilization: return tr("Mean utilization");
    case core::Figure::PowerPeak: return tr("Power at peak");
    }
    return {};
}

QString DerivationTexts::columnTitle(int column)
{
    switch (column) {
    case 0: return tr("Quantity");
    case 1: return tr("Value");
    case 2: return tr("How it follows");
    case 3: return tr("Source");
    default: return {};
    }
}

} // namespace headroom::present
