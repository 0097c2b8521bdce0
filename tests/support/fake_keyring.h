// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/secrets/keyring.h>

#include <QTimer>

#include <map>
#include <memory>
#include <string>

namespace headroom::test {

// A keyring in memory that answers later, as a real one does; `fault` makes it fail with those words.
class FakeKeyring final : public monitor::Keyring {
public:
    struct Content {
        std::map<std::string, std::string> entries;
        std::string fault;
        int reads = 0;
    };

    explicit FakeKeyring(std::shared_ptr<Content> content) : m_content(std::move(content)) {}

    void read(const std::string &name, Done done) override
    {
        ++m_content->reads;
        const auto found = m_content->entries.find(name);
        if (found == m_content->entries.end())
            return answer({monitor::KeyringOutcome::NotFound, {}, {}}, std::move(done));
        answer({monitor::KeyringOutcome::Done, found->second, {}}, std::move(done));
    }
    void write(const std::string &name, const std::string &value, Done done) override
    {
        if (m_content->fault.empty())
            m_content->entries[name] = value;
        answer({monitor::KeyringOutcome::Done, {}, {}}, std::move(done));
    }
    void remove(const std::string &name, Done done) override
    {
        m_content->entries.erase(name);
        answer({monitor::KeyringOutcome::Done, {}, {}}, std::move(done));
    }

private:
    void answer(monitor::KeyringAnswer with, Done done)
    {
        if (!m_content->fault.empty())
            with = {monitor::KeyringOutcome::Failed, {}, m_content->fault};
        QTimer::singleShot(0, &m_guard, [with, done = std::move(done)] { done(with); });
    }

    std::shared_ptr<Content> m_content;
    QObject m_guard;
};

} // namespace headroom::test
