// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/spreadsheet/sheet_writers.h>

#include <QFile>

#include <xlsxwriter.h>

#include <filesystem>
#include <map>

namespace headroom::present {
namespace {

using Style = SheetCell::Style;

const char *moneyFormat(core::Currency currency, bool fine)
{
    switch (currency) {
    case core::Currency::CNY: return fine ? "[$¥-804]#,##0.000000" : "[$¥-804]#,##0.00";
    case core::Currency::EUR: return fine ? "#,##0.000000 [$€-407]" : "#,##0.00 [$€-407]";
    case core::Currency::USD: break;
    }
    return fine ? "[$$-409]#,##0.000000" : "[$$-409]#,##0.00";
}

class Writer {
public:
    Writer(lxw_workbook *book, core::Currency currency) : m_book(book)
    {
        const auto format = [&](Style style, const char *numbers) {
            lxw_format *made = workbook_add_format(m_book);
            if (numbers)
                format_set_num_format(made, numbers);
            m_formats[style] = made;
            return made;
        };
        format(Style::Plain, nullptr);
        lxw_format *title = format(Style::Title, nullptr);
        format_set_bold(title);
        format_set_font_size(title, 14);
        lxw_format *header = format(Style::Header, nullptr);
        format_set_bold(header);
        format_set_bottom(header, LXW_BORDER_THIN);
        format_set_text_wrap(header);
        format_set_align(header, LXW_ALIGN_VERTICAL_TOP);
        lxw_format *input = format(Style::Input, "#,##0.00####");
        format_set_bg_color(input, 0xFFF4D6);
        format_set_border(input, LXW_BORDER_HAIR);
        format(Style::Money, moneyFormat(currency, false));
        format(Style::FineMoney, moneyFormat(currency, true));
        format(Style::Count, "#,##0");
        format(Style::Number, "#,##0.####");
        format(Style::Percent, "0.0%");
        lxw_format *total = format(Style::Total, moneyFormat(currency, false));
        format_set_bold(total);
        format_set_top(total, LXW_BORDER_THIN);
        lxw_format *note = format(Style::Note, nullptr);
        format_set_font_color(note, 0x666666);
        format_set_italic(note);
    }

    void write(const Sheet &sheet)
    {
        lxw_worksheet *page = workbook_add_worksheet(m_book, sheet.name.toUtf8().constData());
        for (qsizetype c = 0; c < sheet.widths.size(); ++c)
            worksheet_set_column(page, static_cast<lxw_col_t>(c), static_cast<lxw_col_t>(c), sheet.widths[c], nullptr);
        if (sheet.frozenRows > 0)
            worksheet_freeze_panes(page, static_cast<lxw_row_t>(sheet.frozenRows), 0);
        worksheet_set_landscape(page);
        worksheet_fit_to_pages(page, 1, 0);
        for (qsizetype r = 0; r < sheet.rows.size(); ++r)
            for (qsizetype c = 0; c < sheet.rows[r].size(); ++c)
                cell(page, static_cast<lxw_row_t>(r), static_cast<lxw_col_t>(c), sheet.rows[r][c]);
    }

private:
    void cell(lxw_worksheet *page, lxw_row_t row, lxw_col_t column, const SheetCell &cell)
    {
        lxw_format *format = m_formats.at(cell.style);
        switch (cell.kind) {
        case SheetCell::Kind::Text: worksheet_write_string(page, row, column, cell.text.toUtf8().constData(), format); return;
        case SheetCell::Kind::Number: worksheet_write_number(page, row, column, cell.number, format); return;
        case SheetCell::Kind::Formula: worksheet_write_formula_num(page, row, column, cell.formula.toUtf8().constData(), format, cell.number); return;
        case SheetCell::Kind::Empty: return;
        }
    }

    lxw_workbook *m_book;
    std::map<Style, lxw_format *> m_formats;
};

} // namespace

core::Result<void> writeXlsx(const Workbook &workbook, const QString &file)
{
    const auto failed = [&](const QString &why) {
        return std::unexpected(core::Error{core::ErrorCode::Unwritable, "the spreadsheet cannot be written: " + why.toStdString(), file.toStdString(), {}, 0});
    };
    if (workbook.sheets.isEmpty())
        return failed(QStringLiteral("there is no plan to write down"));
    const QString beside = file + QStringLiteral(".part");
    lxw_workbook *book = workbook_new(QFile::encodeName(beside).constData());
    if (!book)
        return failed(QStringLiteral("no memory"));
    QByteArray title = workbook.title.toUtf8();
    lxw_doc_properties properties{};
    properties.title = title.data();
    workbook_set_properties(book, &properties);
    Writer writer(book, workbook.currency);
    for (const Sheet &sheet : workbook.sheets)
        writer.write(sheet);
    if (const lxw_error problem = workbook_close(book); problem != LXW_NO_ERROR) {
        QFile::remove(beside);
        return failed(QString::fromUtf8(lxw_strerror(problem)));
    }
    std::error_code problem;
    std::filesystem::rename(beside.toStdString(), file.toStdString(), problem);
    if (problem) {
        QFile::remove(beside);
        return failed(QString::fromStdString(problem.message()));
    }
    return {};
}

} // namespace headroom::present
