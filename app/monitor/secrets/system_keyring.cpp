// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyring.h"

#include <QObject>

#include <qt6keychain/keychain.h>

namespace headroom::monitor {
namespace {

constexpr char kService[] = "headroom";

class SystemKeyring final : public Keyring {
public:
    void read(const std::string &name, Done done) override
    {
        auto *job = new QKeychain::ReadPasswordJob(QLatin1String(kService), &m_guard);
        start(job, name, std::move(done), [job] { return job->textData().toStdString(); });
    }
    void write(const std::string &name, const std::string &value, Done done) override
    {
        auto *job = new QKeychain::WritePasswordJob(QLatin1String(kService), &m_guard);
        job->setTextData(QString::fromStdString(value));
        start(job, name, std::move(done), [] { return std::string(); });
    }
    void remove(const std::string &name, Done done) override
    {
        auto *job = new QKeychain::DeletePasswordJob(QLatin1String(kService), &m_guard);
        start(job, name, std::move(done), [] { return std::string(); });
    }

private:
    template<class Value>
    void start(QKeychain::Job *job, const std::string &name, Done done, Value value)
    {
        job->setKey(QString::fromStdString(name));
        job->setInsecureFallback(false);
        QObject::connect(job, &QKeychain::Job::finished, &m_guard, [done = std::move(done), value](QKeychain::Job *finished) {
            switch (finished->error()) {
            case QKeychain::NoError: return done({KeyringOutcome::Done, value(), {}});
            case QKeychain::EntryNotFound: return done({KeyringOutcome::NotFound, {}, {}});
            default: return done({KeyringOutcome::Failed, {}, finished->errorString().toStdString()});
            }
        });
        job->start();
    }

    QObject m_guard; // jobs that are under way go with it, unanswered
};

} // namespace

std::unique_ptr<Keyring> systemKeyring()
{
    return std::make_unique<SystemKeyring>();
}

} // namespace headroom::monitor
