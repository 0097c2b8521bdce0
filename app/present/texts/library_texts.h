// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/offer.h>
#include <core/units/result.h>

#include <QCoreApplication>
#include <QString>

namespace headroom::present {

// Words of the Library page (the catalog), in the program's language.
class LibraryTexts {
Q_DECLARE_TR_FUNCTIONS(LibraryTexts)

public:
    static QString pageTitle() { return tr("Library"); }
    static QString models() { return tr("Models"); }
    static QString gpus() { return tr("GPUs"); }
    static QString offers() { return tr("Offers"); }
    static QString accuracy() { return tr("How good are these numbers?"); }
    static QString search() { return tr("Search"); }
    static QString searchHint() { return tr("Name, provider, region …"); }
    static QString importModel() { return tr("Import a model …"); }
    static QString importHelp() { return tr("Reads a Hugging Face config.json; a file hf_quant_config.json beside it is read too."); }
    static QString importDialogTitle() { return tr("Choose a config.json"); }
    static QString importFilter() { return tr("Model configuration (*.json)"); }
    static QString imported(const QString &model) { return tr("%1 was added to the library.").arg(model); }
    static QString importFailed(const core::Error &error);
    static QString shown(int shown, int all) { return tr("%1 of %2").arg(shown).arg(all); }
    static QString nothingFound(const QString &words) { return tr("Nothing matches “%1”.").arg(words); }
    static QString catalogVersion(const QString &version, const QString &prices);
    static QString detailsTitle() { return tr("Where this comes from"); }
    static QString source() { return tr("Source"); }
    static QString sourceDate() { return tr("As of"); }
    static QString sourceText(const QString &text, const QString &date, bool disputed);
    static QString unknownDate() { return tr("date unknown"); }
    static QString staleDate(const QString &date) { return tr("%1 · old", "date of a price").arg(date); }
    static QString staleNote(int days) { return tr("This price is %1 days old: look it up again before buying.").arg(days); }
    static QString commitmentSource(core::Commitment commitment, const QString &source);
    static QString modelWarning(const QString &warning) { return tr("Note of the import: %1").arg(warning); }

    static QString name() { return tr("Name"); }
    static QString totalParameters() { return tr("Parameters"); }
    static QString activeParameters() { return tr("Active"); }
    static QString parameters(double billions);
    static QString nativeFormat() { return tr("Format"); }
    static QString attention() { return tr("Attention"); }
    static QString attentionName(const QString &attentionClass);
    static QString context() { return tr("Context"); }
    static QString licence() { return tr("Licence"); }
    static QString vendor() { return tr("Vendor"); }
    static QString memory() { return tr("Memory"); }
    static QString bandwidth() { return tr("Bandwidth"); }
    static QString rate(const QString &format) { return tr("%1 dense").arg(format); }
    static QString link() { return tr("Link"); }
    static QString power() { return tr("Power"); }
    static QString year() { return tr("Year"); }
    static QString provider() { return tr("Provider"); }
    static QString region() { return tr("Region"); }
    static QString instance() { return tr("Instance"); }
    static QString gpu() { return tr("GPU"); }
    static QString gpuCount() { return tr("GPUs"); }
    static QString onDemand() { return tr("On demand /h"); }
    static QString oneYear() { return tr("1 year /h"); }
    static QString threeYears() { return tr("3 years /h"); }
    static QString spot() { return tr("Spot /h"); }

    // The error report: what was held out, by what the rows are grouped, and the errors.
    static QString heldOut() { return tr("Predicted without"); }
    static QString heldOutName(const QString &id);
    static QString groupedBy() { return tr("By"); }
    static QString groupedByName(const QString &id);
    static QString group() { return tr("Group"); }
    static QString groupName(const QString &by, const QString &key);
    static QString rows() { return tr("Rows"); }
    static QString tpotError() { return tr("Time per token"); }
    static QString ttftError() { return tr("First token"); }
    static QString throughputError() { return tr("Throughput"); }
    static QString insideBand() { return tr("Inside the 80 % band"); }
    static QString medianAndMean(const QString &median, const QString &mean) { return tr("%1 / %2", "median / mean error").arg(median, mean); }
    static QString accuracyHelp(const QString &constants);
    static QString accuracyChartTitle() { return tr("Median error of the time per output token, measurements predicted without their own deployment"); }
    static QString perSecond(const QString &amount) { return tr("%1/s").arg(amount); }
};

} // namespace headroom::present
