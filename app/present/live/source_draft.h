// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/values/secret_entry.h>
#include <monitor/values/source_config.h>

#include <QString>

#include <optional>

namespace headroom::present {

// How a source is reached, as a person enters it. Secrets come in only: a draft that is made of a source holds none.
struct SourceDraft {
    enum class Access { None, Bearer, Basic };

    QString id;              // empty: a new source
    QString address;
    QString name;
    double intervalSeconds = 5;
    Access access = Access::None;
    bool secretKept = false; // there is a secret already; what is typed takes its place
    bool fromEnvironment = false; // the secret is named by an environment variable; it stays so until one is typed
    QString token;
    QString user;
    QString password;
    QString caFile;
    QString certFile;
    QString keyFile;
    QString proxy;
    QString tenant;
    double replaySpeed = 0;  // of a recording
    bool recording = false;
    monitor::SecretPlace place = monitor::SecretPlace::Keyring;
    QString passphrase;      // of the file of secrets
};

// The first thing that is not accepted: its field's object name, and one sentence.
struct DraftProblem {
    QString field;
    QString sentence;

    bool operator==(const DraftProblem &) const = default;
};

SourceDraft draftOf(const monitor::SourceConfig &config);
// Looks at everything but the address, which the reader of addresses judges. `fileOpen`: no passphrase is needed.
std::optional<DraftProblem> problemOf(const SourceDraft &draft, bool fileOpen);
// The source with what the draft says, and the secret to keep, if one was typed. Names of secrets are made of the source's id.
struct AppliedDraft {
    monitor::SourceConfig config;
    std::optional<monitor::SecretEntry> secret;
    std::vector<std::string> forgotten;   // names of secrets that the source no longer uses
};
AppliedDraft applied(monitor::SourceConfig config, const SourceDraft &draft);

} // namespace headroom::present
