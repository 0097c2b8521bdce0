// SPDX-License-Identifier: GPL-3.0-or-later
#include "secret_keeper.h"

namespace headroom::monitor {

SecretKeeper::SecretKeeper(std::unique_ptr<Keyring> keyring, std::filesystem::path file, SecretFileCost cost, QObject *parent)
    : QObject(parent), m_keyring(std::move(keyring)), m_file(std::move(file)), m_cost(cost), m_held(std::make_shared<MemorySecrets>())
{
    m_pool.setMaxThreadCount(1);
    std::error_code ignored;
    m_state.locked = std::filesystem::exists(m_file, ignored);
}

SecretKeeper::~SecretKeeper()
{
    m_pool.waitForDone();
    for (auto &[name, value] : m_fileSecrets)
        wipe(value);
    wipe(m_passphrase);
}

template<class T>
void SecretKeeper::later(std::function<core::Result<T>()> work, std::function<void(core::Result<T>)> done)
{
    m_pool.start([this, work = std::move(work), done = std::move(done)] {
        auto result = std::make_shared<core::Result<T>>(work());
        QMetaObject::invokeMethod(this, [done, result] { done(std::move(*result)); }, Qt::QueuedConnection);
    });
}

void SecretKeeper::want(const std::vector<std::string> &names)
{
    m_wanted = {names.begin(), names.end()};
    for (const std::string &name : m_wanted)
        if (!m_held->secret(name) && !m_asked.contains(name))
            read(name);
    update();
}

void SecretKeeper::read(const std::string &name)
{
    if (const auto known = m_fileSecrets.find(name); known != m_fileSecrets.end())
        return hold(name, known->second);
    m_asked.insert(name);
    m_keyring->read(name, [this, name](const KeyringAnswer &answer) {
        m_asked.erase(name);
        if (answer.outcome == KeyringOutcome::Failed)
            m_state.keyringFault = answer.detail.empty() ? "it does not answer" : answer.detail;
        else
            m_state.keyringFault.clear();
        // What a person has entered meanwhile is newer.
        if (answer.outcome == KeyringOutcome::Done && m_wanted.contains(name) && !m_held->secret(name))
            hold(name, answer.value);
        update();
    });
}

void SecretKeeper::hold(const std::string &name, const std::string &value)
{
    m_held->set(name, value);
    emit arrived(QString::fromStdString(name));
}

void SecretKeeper::keep(const SecretEntry &entry)
{
    m_wanted.insert(entry.name);
    m_toForget.erase(entry.name);
    hold(entry.name, entry.value);
    update();
    const QString name = QString::fromStdString(entry.name);
    switch (entry.place) {
    case SecretPlace::Memory: emit kept(name, SecretPlace::Memory); return;
    case SecretPlace::File: keepInFile(entry); return;
    case SecretPlace::Keyring: break;
    }
    m_keyring->write(entry.name, entry.value, [this, name](const KeyringAnswer &answer) {
        m_state.keyringFault = answer.outcome == KeyringOutcome::Failed ? answer.detail.empty() ? "it does not answer" : answer.detail : std::string();
        update();
        if (answer.outcome == KeyringOutcome::Done)
            emit kept(name, SecretPlace::Keyring);
        else
            emit notKept(name, {core::ErrorCode::NotAvailable, "the system's keyring cannot be used: " + answer.detail, {}, "keyring", 0});
    });
}

void SecretKeeper::keepInFile(const SecretEntry &entry)
{
    const QString name = QString::fromStdString(entry.name);
    const auto put = [this, name, entry] {
        m_fileSecrets[entry.name] = entry.value;
        rewrite([this, name](const core::Result<void> &written) {
            if (written)
                emit kept(name, SecretPlace::File);
            else
                emit notKept(name, written.error());
        });
    };
    if (m_state.open)
        return put();
    // Another secret's passphrase is this one's, too: one file, one passphrase.
    later<Secrets>([file = m_file, passphrase = entry.passphrase] { return readSecretFile(file, passphrase); }, [this, put, name, passphrase = entry.passphrase](core::Result<Secrets> read) {
        if (!read && read.error().code != core::ErrorCode::NotFound)
            return emit notKept(name, read.error());
        takeFile(passphrase, read ? std::move(*read) : Secrets());
        put();
    });
}

void SecretKeeper::unlock(const std::string &passphrase)
{
    later<Secrets>([file = m_file, passphrase] { return readSecretFile(file, passphrase); }, [this, passphrase](core::Result<Secrets> read) {
        if (!read)
            return emit notUnlocked(read.error());
        takeFile(passphrase, std::move(*read));
        if (!m_toForget.empty())
            rewrite({});
    });
}

void SecretKeeper::takeFile(const std::string &passphrase, Secrets secrets)
{
    m_passphrase = passphrase;
    m_fileSecrets = std::move(secrets);
    m_state.locked = false;
    m_state.open = true;
    for (const auto &[name, value] : m_fileSecrets)
        if (m_wanted.contains(name) && !m_held->secret(name))
            hold(name, value);
    update();
}

void SecretKeeper::rewrite(std::function<void(const core::Result<void> &)> done)
{
    for (const std::string &name : m_toForget)
        m_fileSecrets.erase(name);
    m_toForget.clear();
    later<void>([file = m_file, passphrase = m_passphrase, secrets = m_fileSecrets, cost = m_cost] { return writeSecretFile(file, passphrase, secrets, cost); },
                [done = std::move(done)](core::Result<void> written) {
                    if (done)
                        done(written);
                });
}

void SecretKeeper::forget(const std::string &name)
{
    m_wanted.erase(name);
    m_held->forget(name);
    m_keyring->remove(name, [](const KeyringAnswer &) {});
    if (m_state.open ? m_fileSecrets.contains(name) : m_state.locked)
        m_toForget.insert(name);
    if (m_state.open && !m_toForget.empty())
        rewrite({});
    update();
}

void SecretKeeper::update()
{
    SecretsState now = m_state;
    now.missing.clear();
    for (const std::string &name : m_wanted)
        if (!m_held->secret(name) && !m_asked.contains(name))
            now.missing.push_back(name);
    m_state = now;
    if (m_told != m_state) {
        m_told = m_state;
        emit stateChanged(m_told);
    }
}

} // namespace headroom::monitor
