// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/live/source_draft.h>

#include <present/texts/source_texts.h>

#include <QFileInfo>
#include <QUrl>

#include <cmath>

namespace headroom::present {
namespace {

constexpr qsizetype kMostText = 4000;

// What ends up in one line of a request.
bool isOneLine(const QString &text)
{
    for (const QChar c : text)
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            return false;
    return text.size() <= kMostText;
}

bool isProxy(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && (url.scheme() == u"http" || url.scheme() == u"socks5");
}

} // namespace

SourceDraft draftOf(const monitor::SourceConfig &config)
{
    const auto text = [](const std::string &from) { return QString::fromStdString(from); };
    SourceDraft draft;
    draft.id = text(config.id);
    draft.address = text(config.id);
    draft.name = text(config.name);
    draft.intervalSeconds = static_cast<double>(config.interval.count()) / 1000.0;
    draft.fromEnvironment = (config.bearerSecret.empty() && !config.bearerEnv.empty()) || (config.basicSecret.empty() && !config.basicEnv.empty());
    draft.secretKept = !config.bearerSecret.empty() || !config.basicSecret.empty() || draft.fromEnvironment;
    if (!config.bearerSecret.empty() || (config.basicSecret.empty() && !config.bearerEnv.empty()))
        draft.access = SourceDraft::Access::Bearer;
    else if (draft.secretKept)
        draft.access = SourceDraft::Access::Basic;
    draft.caFile = text(config.caFile);
    draft.certFile = text(config.certFile);
    draft.keyFile = text(config.keyFile);
    draft.proxy = text(config.proxy);
    draft.tenant = text(config.tenant);
    draft.replaySpeed = config.replaySpeed;
    draft.recording = config.kind == monitor::SourceKind::Recording;
    return draft;
}

std::optional<DraftProblem> problemOf(const SourceDraft &draft, bool fileOpen)
{
    using Texts = SourceTexts;
    const auto bad = [](const char *field, const QString &sentence) { return DraftProblem{QLatin1String(field), sentence}; };
    if (draft.name.size() > 200 || !isOneLine(draft.name))
        return bad("source.name", Texts::badName());
    if (!(draft.intervalSeconds >= 0.5 && draft.intervalSeconds <= 3600))
        return bad("source.interval", Texts::badInterval());
    const bool typed = draft.access == SourceDraft::Access::Bearer ? !draft.token.isEmpty() : !draft.user.isEmpty() || !draft.password.isEmpty();
    if (draft.access == SourceDraft::Access::Bearer && ((draft.token.isEmpty() && !draft.secretKept) || !isOneLine(draft.token)))
        return bad("source.token", Texts::badToken());
    if (draft.access == SourceDraft::Access::Basic) {
        if ((draft.user.isEmpty() && (typed || !draft.secretKept)) || !isOneLine(draft.user) || draft.user.contains(u':'))
            return bad("source.user", Texts::badUser());
        if (!isOneLine(draft.password))
            return bad("source.password", Texts::badPassword());
    }
    if (draft.access != SourceDraft::Access::None && typed && draft.place == monitor::SecretPlace::File && !fileOpen && draft.passphrase.isEmpty())
        return bad("source.passphrase", Texts::badPassphrase());
    for (const auto &[field, file] : {std::pair("source.ca", &draft.caFile), std::pair("source.cert", &draft.certFile), std::pair("source.key", &draft.keyFile)})
        if (!file->isEmpty() && !QFileInfo(*file).isFile())
            return bad(field, Texts::badFile(*file));
    if (draft.certFile.isEmpty() != draft.keyFile.isEmpty())
        return bad(draft.certFile.isEmpty() ? "source.cert" : "source.key", Texts::badPair());
    if (!draft.proxy.isEmpty() && !isProxy(draft.proxy))
        return bad("source.proxy", Texts::badProxy());
    if (!isOneLine(draft.tenant))
        return bad("source.tenant", Texts::badTenant());
    if (!(draft.replaySpeed >= 0 && draft.replaySpeed <= 1000))
        return bad("source.replay", Texts::badReplay());
    return std::nullopt;
}

AppliedDraft applied(monitor::SourceConfig config, const SourceDraft &draft)
{
    AppliedDraft done;
    const std::string bearer = config.bearerSecret;
    const std::string basic = config.basicSecret;
    config.name = draft.name.trimmed().toStdString();
    config.interval = std::chrono::milliseconds(std::llround(draft.intervalSeconds * 1000.0));
    config.caFile = draft.caFile.toStdString();
    config.certFile = draft.certFile.toStdString();
    config.keyFile = draft.keyFile.toStdString();
    config.proxy = draft.proxy.toStdString();
    config.tenant = draft.tenant.toStdString();
    if (config.kind == monitor::SourceKind::Recording)
        config.replaySpeed = draft.replaySpeed;
    const bool typedToken = draft.access == SourceDraft::Access::Bearer && !draft.token.isEmpty();
    const bool typedPair = draft.access == SourceDraft::Access::Basic && !draft.user.isEmpty();
    const auto entry = [&draft](const std::string &name, const QString &value) {
        return monitor::SecretEntry{name, value.toStdString(), draft.place, draft.passphrase.toStdString()};
    };
    if (draft.access != SourceDraft::Access::Bearer || typedToken) {
        config.bearerEnv.clear();
        config.bearerSecret.clear();
    }
    if (draft.access != SourceDraft::Access::Basic || typedPair) {
        config.basicEnv.clear();
        config.basicSecret.clear();
    }
    if (typedToken) {
        config.bearerSecret = "bearer " + config.id;
        done.secret = entry(config.bearerSecret, draft.token);
    } else if (typedPair) {
        config.basicSecret = "basic " + config.id;
        done.secret = entry(config.basicSecret, draft.user + u':' + draft.password);
    }
    for (const std::string &name : {bearer, basic})
        if (!name.empty() && name != config.bearerSecret && name != config.basicSecret)
            done.forgotten.push_back(name);
    done.config = std::move(config);
    return done;
}

} // namespace headroom::present
