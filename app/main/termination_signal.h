// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>
#include <memory>

namespace headroom::app {

// SIGTERM and SIGINT as a Qt signal, for commands that run on until they are ended. One at a time; needs an event loop.
// The handler only writes a byte into a pipe, which is all that a handler may do.
class TerminationSignal : public QObject {
Q_OBJECT

public:
    explicit TerminationSignal(QObject *parent = nullptr);
    ~TerminationSignal() override;

signals:
    void received();

private:
    std::array<int, 2> m_pipe{-1, -1};
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace headroom::app
