// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/secrets/keyring.h>
#include <monitor/secrets/secret_file.h>
#include <monitor/sources/secret_store.h>
#include <monitor/values/secret_entry.h>

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace headroom::monitor {

// Gets the secrets that sources name out of the keyring, out of the file, or from the person, and holds them in memory for
// those that poll. A keyring that fails, for whatever reason, is never the end: what it does not give is missing, and can be
// given by the passphrase of the file or by hand. Lives on a thread with an event loop; nothing here waits.
class SecretKeeper : public QObject {
Q_OBJECT

public:
    SecretKeeper(std::unique_ptr<Keyring> keyring, std::filesystem::path file, SecretFileCost cost = {}, QObject *parent = nullptr);
    ~SecretKeeper() override; // what is being written to the file is waited for

    // For the sources; outlives the keeper where somebody still holds it.
    std::shared_ptr<const SecretStore> store() const { return m_held; }
    const SecretsState &state() const { return m_state; }

    // These are named by sources, and no others: the keyring is asked for what is not in memory.
    void want(const std::vector<std::string> &names);
    // In memory at once, and from there to its place; kept() or notKept() follows.
    void keep(const SecretEntry &entry);
    // Opens the file; stateChanged() or notUnlocked() follows.
    void unlock(const std::string &passphrase);
    // Everywhere; where the file is closed, as soon as it is open.
    void forget(const std::string &name);

signals:
    void stateChanged(const headroom::monitor::SecretsState &state);
    void arrived(const QString &name);  // it is in memory now
    void kept(const QString &name, headroom::monitor::SecretPlace place);
    void notKept(const QString &name, const headroom::core::Error &error); // it stays in memory until the end
    void notUnlocked(const headroom::core::Error &error);

private:
    void read(const std::string &name);
    void hold(const std::string &name, const std::string &value);
    void keepInFile(const SecretEntry &entry);
    void takeFile(const std::string &passphrase, Secrets secrets);
    void rewrite(std::function<void(const core::Result<void> &)> done);
    template<class T>
    void later(std::function<core::Result<T>()> work, std::function<void(core::Result<T>)> done);
    void update();

    std::unique_ptr<Keyring> m_keyring;
    std::filesystem::path m_file;
    SecretFileCost m_cost;
    std::shared_ptr<MemorySecrets> m_held;
    std::set<std::string> m_wanted;
    std::set<std::string> m_asked;      // of the keyring, not yet answered
    std::set<std::string> m_toForget;   // once the file is open
    Secrets m_fileSecrets;              // what the open file holds
    std::string m_passphrase;           // of the open file
    SecretsState m_state;
    SecretsState m_told;                // last
    QThreadPool m_pool;                 // one thread: what is asked of the file happens in its order
};

} // namespace headroom::monitor
