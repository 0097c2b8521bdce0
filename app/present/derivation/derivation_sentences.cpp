// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/derivation/derivation_sentences.h>

#include <present/derivation/derivation_texts.h>

#include <deque>

namespace headroom::present {
namespace {

using core::Derivation;

QString sentence(const Derivation &node)
{
    const QString label = DerivationTexts::label(node.key);
    const QString value = DerivationTexts::value(node);
    if (node.operation == core::Operation::Search)
        return QStringLiteral("%1: %2 (%3)").arg(label, value, DerivationTexts::formulaInWords(node));
    if (node.operands.empty())
        return QStringLiteral("%1: %2 (%3)").arg(label, value, DerivationTexts::source(node));
    return QStringLiteral("%1 = %2 = %3 = %4").arg(label, DerivationTexts::formulaInWords(node), DerivationTexts::formulaInNumbers(node), value);
}

void outline(const Derivation &node, int level, QString &text)
{
    text += QString(level * 2, u' ') + sentence(node) + u'\n';
    for (const Derivation &operand : node.operands)
        outline(operand, level + 1, text);
}

} // namespace

QStringList derivationSentences(const Derivation &derivation, int depth)
{
    struct Waiting {
        const Derivation *node;
        int level;
    };
    QStringList sentences;
    std::deque<Waiting> waiting{{&derivation, 0}};
    while (!waiting.empty()) {
        const Waiting next = waiting.front();
        waiting.pop_front();
        const QString text = sentence(*next.node);
        if (!sentences.contains(text))
            sentences.append(text);
        if (depth >= 0 && next.level >= depth)
            continue;
        for (const Derivation &operand : next.node->operands)
            waiting.push_back({&operand, next.level + 1});
    }
    return sentences;
}

QString derivationOutline(const Derivation &derivation)
{
    QString text;
    outline(derivation, 0, text);
    return text;
}

} // namespace headroom::present
