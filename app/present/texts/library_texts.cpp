// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/texts/library_texts.h>

#include <present/format/figure_format.h>

namespace headroom::present {

QString LibraryTexts::importFailed(const core::Error &error)
{
    const QString file = QString::fromStdString(error.file);
    const QString field = QString::fromStdString(error.field);
    switch (error.code) {
    case core::ErrorCode::Syntax: return tr("%1 is not a JSON file. Choose the config.json of a model.").arg(file);
    case core::ErrorCode::Unsupported:
        return field.isEmpty() ? tr("%1 describes a model that Headroom does not know how to size. Nothing was added.").arg(file)
                               : tr("%1 uses “%2”, which Headroom does not know how to size. Nothing was added.").arg(file, field);
    case core::ErrorCode::BadValue:
        return field.isEmpty() ? tr("%1 is not a complete model configuration. Nothing was added.").arg(file)
                               : tr("%1 lacks a usable value of “%2”. Nothing was added.").arg(file, field);
    case core::ErrorCode::TooLarge: return tr("%1 is too large to be a model configuration.").arg(file);
    case core::ErrorCode::NotFound:
    case core::ErrorCode::Unreadable: return tr("%1 cannot be read.").arg(file);
    case core::ErrorCode::Unwritable: return tr("The model cannot be stored: %1 cannot be written.").arg(file);
    default: return tr("%1 could not be imported. Nothing was added.").arg(file);
    }
}

QString LibraryTexts::catalogVersion(const QString &version, const QString &prices)
{
    return tr("Catalog %1 · prices up to %2").arg(version, prices.isEmpty() ? unknownDate() : prices);
}

QString LibraryTexts::sourceText(const QString &text, const QString &date, bool disputed)
{
    const QString when = date.isEmpty() ? unknownDate() : date;
    return disputed ? tr("%1 (%2). Public sources disagree on this.").arg(text, when) : tr("%1 (%2).", "source, date").arg(text, when);
}

QString LibraryTexts::commitmentSource(core::Commitment commitment, const QString &source)
{
    switch (commitment) {
    case core::Commitment::Spot: return tr("Spot: %1", "source of a price").arg(source);
    case core::Commitment::OneYear: return tr("1 year: %1", "source of a price").arg(source);
    case core::Commitment::ThreeYears: return tr("3 years: %1", "source of a price").arg(source);
    case core::Commitment::OnDemand: break;
    }
    return tr("On demand: %1", "source of a price").arg(source);
}

QString LibraryTexts::parameters(double billions)
{
    return tr("%1 B", "billions of parameters").arg(FigureFormat().significant(billions));
}

QString LibraryTexts::attentionName(const QString &attentionClass)
{
    if (attentionClass == QLatin1String("mha"))
        return tr("multi-head");
    if (attentionClass == QLatin1String("gqa"))
        return tr("grouped-query");
    if (attentionClass == QLatin1String("mla"))
        return tr("latent (MLA)");
    if (attentionClass == QLatin1String("hybrid"))
        return tr("hybrid");
    if (attentionClass == QLatin1String("sparse"))
        return tr("sparse");
    return attentionClass;
}

QString LibraryTexts::heldOutName(const QString &id)
{
    if (id == QLatin1String("deployment"))
        return tr("its own deployment");
    if (id == QLatin1String("model"))
        return tr("its model on this GPU");
    if (id == QLatin1String("gpu"))
        return tr("its GPU");
    return tr("nothing (in sample)");
}

QString LibraryTexts::groupedByName(const QString &id)
{
    if (id == QLatin1String("source"))
        return tr("source");
    if (id == QLatin1String("gpu"))
        return tr("GPU");
    if (id == QLatin1String("class"))
        return tr("kind of model");
    if (id == QLatin1String("engine"))
        return tr("engine");
    if (id == QLatin1String("load"))
        return tr("load");
    if (id == QLatin1String("model"))
        return tr("model");
    return tr("all measurements");
}

QString LibraryTexts::groupName(const QString &by, const QString &key)
{
    if (by == QLatin1String("class")) {
        if (key == QLatin1String("dense"))
            return tr("dense");
        if (key == QLatin1String("moe"))
            return tr("mixture of experts");
        if (key == QLatin1String("mla"))
            return tr("latent attention with experts");
        if (key == QLatin1String("hybrid"))
            return tr("linear attention");
    }
    if (by == QLatin1String("load")) {
        if (key == QLatin1String("fixed_concurrency"))
            return tr("fixed number of users");
        if (key == QLatin1String("fixed_rate"))
            return tr("fixed rate");
        if (key == QLatin1String("offline_max"))
            return tr("everything queued at once");
    }
    return key;
}

QString LibraryTexts::accuracyHelp(const QString &constants)
{
    return tr("Error is |predicted ÷ measured − 1|, median / mean, of published measurements. The constants (version %1) were solved again without the rows named in the "
              "first column, so this is how far a prediction may be off for what was not measured. Rows taken as defective are left out; “headroom accuracy” gives both.")
        .arg(constants);
}

} // namespace headroom::present
