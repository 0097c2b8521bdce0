// SPDX-License-Identifier: GPL-3.0-or-later
// How sources come, change and go, and what becomes of their secrets.
#include <present/live/live_view_model.h>

#include <present/texts/live_texts.h>

#include <QUrl>

#include <algorithm>

namespace headroom::present {

// User and password that stand in an address are a secret like any other: the address goes without them.
core::Result<AppliedDraft> LiveViewModel::readSource(const QString &text, SourceDraft draft) const
{
    auto config = m_reader(text.toStdString());
    if (!config)
        return std::unexpected(config.error());
    QUrl url(QString::fromStdString(config->address), QUrl::StrictMode);
    if (url.isValid() && !url.userInfo().isEmpty()) {
        if (draft.access == SourceDraft::Access::None) {
            draft.access = SourceDraft::Access::Basic;
            draft.user = url.userName(QUrl::FullyDecoded);
            draft.password = url.password(QUrl::FullyDecoded);
        }
        url.setUserInfo(QString());
        config->address = url.toString(QUrl::FullyEncoded).toStdString();
    }
    return applied(*std::move(config), draft);
}

QString LiveViewModel::alreadyThere(const monitor::SourceConfig &config) const
{
    for (const monitor::SourceConfig &known : m_configs)
        if (known.id == config.id || (known.kind == monitor::SourceKind::Demo && config.kind == monitor::SourceKind::Demo))
            return LiveTexts::alreadyWatched(LiveTexts::sourceName(known));
    return {};
}

QString LiveViewModel::addSource(const QString &text)
{
    SourceDraft draft;
    draft.address = text;
    const auto problem = putSource(draft);
    return problem ? problem->sentence : QString();
}

std::optional<DraftProblem> LiveViewModel::putSource(const SourceDraft &draft)
{
    const QString field = QStringLiteral("source.address");
    std::optional<AppliedDraft> change;
    if (draft.id.isEmpty()) {
        const QString typed = draft.address.trimmed();
        if (typed.isEmpty())
            return DraftProblem{field, LiveTexts::emptyAddress()};
        auto read = readSource(typed, draft);
        if (!read)
            return DraftProblem{field, LiveTexts::notASource(typed)};
        if (const QString there = alreadyThere(read->config); !there.isEmpty())
            return DraftProblem{field, there};
        change = *std::move(read);
        m_configs.push_back(change->config);
    } else {
        const auto known = std::ranges::find(m_configs, draft.id.toStdString(), &monitor::SourceConfig::id);
        if (known == m_configs.end()) // removed while the dialog was open
            return std::nullopt;
        change = applied(*known, draft);
        *known = change->config;
    }
    for (const std::string &name : change->forgotten)
        emit secretForgotten(QString::fromStdString(name));
    if (change->secret)
        emit secretEntered(*change->secret);
    publish(true);
    return std::nullopt;
}

bool LiveViewModel::removeSource(const QString &id)
{
    const auto known = std::ranges::find(m_configs, id.toStdString(), &monitor::SourceConfig::id);
    if (known == m_configs.end())
        return false;
    const std::vector<std::string> names{known->bearerSecret, known->basicSecret};
    m_configs.erase(known);
    publish(true);
    for (const std::string &name : names)
        if (!name.empty())
            emit secretForgotten(QString::fromStdString(name));
    return true;
}

void LiveViewModel::setSecrets(const monitor::SecretsState &secrets)
{
    m_secrets = secrets;
    emit changed();
}

std::vector<const monitor::SourceConfig *> LiveViewModel::sourcesWithoutSecret() const
{
    const auto missing = [this](const std::string &name) { return !name.empty() && std::ranges::binary_search(m_secrets.missing, name); };
    std::vector<const monitor::SourceConfig *> without;
    for (const monitor::SourceConfig &config : m_configs)
        if (missing(config.bearerSecret) || missing(config.basicSecret))
            without.push_back(&config);
    return without;
}

} // namespace headroom::present
