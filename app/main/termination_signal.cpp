// SPDX-License-Identifier: GPL-3.0-or-later
#include "termination_signal.h"

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace headroom::app {
namespace {

volatile std::sig_atomic_t writeEnd = -1;

extern "C" void onTermination(int)
{
    const char byte = 1;
    if (writeEnd >= 0)
        static_cast<void>(!::write(writeEnd, &byte, 1));
}

void handle(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
}

} // namespace

TerminationSignal::TerminationSignal(QObject *parent)
    : QObject(parent)
{
    if (::pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // then the default holds: the process ends at once
    m_notifier = std::make_unique<QSocketNotifier>(m_pipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char bytes[16];
        if (::read(m_pipe[0], bytes, sizeof bytes) > 0)
            emit received();
    });
    writeEnd = m_pipe[1];
    handle(onTermination);
}

TerminationSignal::~TerminationSignal()
{
    if (m_pipe[0] < 0)
        return;
    handle(SIG_DFL);
    writeEnd = -1;
    m_notifier.reset();
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

} // namespace headroom::app
