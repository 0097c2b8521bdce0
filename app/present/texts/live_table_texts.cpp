// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/texts/live_table_texts.h>

#include <present/format/figure_format.h>

#include <QDateTime>

#include <map>

namespace headroom::present {

QString LiveTableTexts::kwh(double joules)
{
    const FigureFormat format;
    const double value = joules / 3.6e6;
    if (value >= 1000)
        return tr("%1 MWh").arg(format.significant(value / 1000));
    if (value < 1)
        return tr("%1 Wh").arg(format.significant(value * 1000));
    return tr("%1 kWh").arg(format.significant(value));
}

QString LiveTableTexts::hours(double hours)
{
    const FigureFormat format;
    return hours < 1 ? tr("%1 min").arg(format.count(hours * 60)) : tr("%1 h").arg(format.significant(hours));
}

QString LiveTableTexts::span(double seconds)
{
    const FigureFormat format;
    if (seconds < 5400)
        return tr("%1 min").arg(format.count(seconds / 60));
    if (seconds < 129600)
        return tr("%1 h").arg(format.significant(seconds / 3600));
    return tr("%1 days").arg(format.significant(seconds / 86400));
}

QString LiveTableTexts::xidAdvice(const std::string &action)
{
    static const std::map<std::string, QString (*)()> kAdvice{
        {"reset_gpu", [] { return tr("Drain the GPU and reset it."); }},
        {"restart_app", [] { return tr("Restart the program that used it; look for a fault in the program."); }},
        {"restart_machine", [] { return tr("Restart the machine; if it comes back, call the vendor."); }},
        {"restart_vm", [] { return tr("Restart the virtual machine."); }},
        {"check_link", [] { return tr("Check the NVLink connection; drain the machine."); }},
        {"check_power", [] { return tr("Check the power cables of the board."); }},
        {"update_software", [] { return tr("Update driver and firmware."); }},
        {"contact_vendor", [] { return tr("Call the vendor."); }},
        {"none", [] { return tr("Nothing at once."); }},
    };
    const auto found = kAdvice.find(action);
    return found == kAdvice.end() ? tr("Look it up in NVIDIA's catalog of XID errors.") : found->second();
}

QString LiveTableTexts::alertSummary(int firing, int pending)
{
    return tr("%1 firing, %2 pending").arg(firing).arg(pending);
}

QString LiveTableTexts::severityWord(monitor::AlertSeverity severity)
{
    switch (severity) {
    case monitor::AlertSeverity::Info: return tr("information");
    case monitor::AlertSeverity::Warning: return tr("warning");
    case monitor::AlertSeverity::Critical: return tr("critical");
    }
    return {};
}

QString LiveTableTexts::stateWord(const monitor::Alert &alert)
{
    switch (alert.state) {
    case monitor::AlertState::Pending: return tr("pending");
    case monitor::AlertState::Resolved: return tr("over");
    case monitor::AlertState::Firing: return alert.acknowledged ? tr("firing, seen") : tr("firing");
    }
    return {};
}

QString LiveTableTexts::ruleTitle(const std::string &ruleId, const std::string &otherwise)
{
    static const std::map<std::string, QString (*)()> kTitles{
        {"source_down", [] { return tr("Source does not answer"); }},
        {"gpu_gone", [] { return tr("GPU no longer published"); }},
        {"gpu_temperature_high", [] { return tr("GPU is hot"); }},
        {"gpu_thermal_throttling", [] { return tr("GPU slowed by heat"); }},
        {"gpu_xid_critical", [] { return tr("XID error, critical"); }},
        {"gpu_xid_warning", [] { return tr("XID error"); }},
        {"gpu_ecc_uncorrected", [] { return tr("Uncorrected memory errors"); }},
        {"gpu_row_remap_failure", [] { return tr("Row remapping failed"); }},
        {"gpu_memory_nearly_full", [] { return tr("GPU memory nearly full"); }},
        {"kv_cache_pressure", [] { return tr("KV cache full, requests pushed out"); }},
        {"queue_growing", [] { return tr("Queue grows"); }},
        {"ttft_over_target", [] { return tr("Time to first token over target"); }},
        {"gpu_idle_for_days", [] { return tr("GPU idle for days"); }},
    };
    const auto found = kTitles.find(ruleId);
    return found == kTitles.end() ? QString::fromStdString(otherwise.empty() ? ruleId : otherwise) : found->second();
}

QString LiveTableTexts::shownRange(double from, double to)
{
    const auto at = [](double time) { return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(time * 1000.0)); };
    const bool sameDay = at(from).date() == at(to).date();
    return tr("%1 to %2", "moments").arg(at(from).toString(QStringLiteral("yyyy-MM-dd HH:mm")), at(to).toString(sameDay ? QStringLiteral("HH:mm") : QStringLiteral("yyyy-MM-dd HH:mm")));
}

} // namespace headroom::present
