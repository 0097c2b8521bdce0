// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace headroom::test {

// What one run of the program answered.
struct ProcessAnswer {
    int exit = -1;          // -1: it crashed or took over a minute
    QByteArray out;
    QByteArray told;        // standard error

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QJsonObject error() const { return json().value(QStringLiteral("error")).toObject(); }
};

// Runs the program that the tests were built beside, without a display.
inline ProcessAnswer runHeadroom(const QStringList &words)
{
    QProcess process;
    process.start(QStringLiteral(HEADROOM_BINARY), words);
    ProcessAnswer answer;
    if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit)
        answer.exit = process.exitCode();
    answer.out = process.readAllStandardOutput();
    answer.told = process.readAllStandardError();
    return answer;
}

} // namespace headroom::test
