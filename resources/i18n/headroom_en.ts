<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>FieldChoices</name>
        <message numerus="yes">
            <source>%n region(s)</source>
            <translation>
                <numerusform>%n region</numerusform>
                <numerusform>%n regions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LengthImport</name>
        <message numerus="yes">
            <source>%n steps; half within %1, 95 of 100 within %2 tokens</source>
            <translation>
                <numerusform>%n step; half within %1, 95 of 100 within %2 tokens</numerusform>
                <numerusform>%n steps; half within %1, 95 of 100 within %2 tokens</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LiveTableTexts</name>
        <message numerus="yes">
            <source>all %n engine(s)</source>
            <translation>
                <numerusform>all %n engine</numerusform>
                <numerusform>all %n engines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n GPU(s) idle, %1 in all, %2</source>
            <translation>
                <numerusform>%n GPU idle, %1 in all, %2</numerusform>
                <numerusform>%n GPUs idle, %1 in all, %2</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n GPU(s) idle, %1 in all; give the price of a GPU-hour to see what it costs.</source>
            <translation>
                <numerusform>%n GPU idle, %1 in all; give the price of a GPU-hour to see what it costs.</numerusform>
                <numerusform>%n GPUs idle, %1 in all; give the price of a GPU-hour to see what it costs.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Nothing is reported of %n GPU(s).</source>
            <translation>
                <numerusform>Nothing is reported of %n GPU.</numerusform>
                <numerusform>Nothing is reported of %n GPUs.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n problem(s)</source>
            <translation>
                <numerusform>%n problem</numerusform>
                <numerusform>%n problems</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n uncorrected ECC error(s)</source>
            <translation>
                <numerusform>%n uncorrected ECC error</numerusform>
                <numerusform>%n uncorrected ECC errors</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n corrected ECC error(s)</source>
            <translation>
                <numerusform>%n corrected ECC error</numerusform>
                <numerusform>%n corrected ECC errors</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n PCIe replay(s)</source>
            <translation>
                <numerusform>%n PCIe replay</numerusform>
                <numerusform>%n PCIe replays</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n NVLink error(s)</source>
            <translation>
                <numerusform>%n NVLink error</numerusform>
                <numerusform>%n NVLink errors</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LiveTexts</name>
        <message numerus="yes">
            <source>%n source(s)</source>
            <translation>
                <numerusform>%n source</numerusform>
                <numerusform>%n sources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n GPU(s)</source>
            <translation>
                <numerusform>%n GPU</numerusform>
                <numerusform>%n GPUs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: %n line(s), now between %2 and %3.</source>
            <translation>
                <numerusform>%1: %n line, now between %2 and %3.</numerusform>
                <numerusform>%1: %n lines, now between %2 and %3.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n machine(s)</source>
            <translation>
                <numerusform>%n machine</numerusform>
                <numerusform>%n machines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n source(s) do not answer.</source>
            <translation>
                <numerusform>%n source does not answer.</numerusform>
                <numerusform>%n sources do not answer.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n source(s) are late.</source>
            <translation>
                <numerusform>%n source is late.</numerusform>
                <numerusform>%n sources are late.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more; choose a machine to see its GPUs</source>
            <translation>
                <numerusform>and %n more; choose a machine to see its GPUs</numerusform>
                <numerusform>and %n more; choose a machine to see its GPUs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>on %n machine(s)</source>
            <translation>
                <numerusform>on %n machine</numerusform>
                <numerusform>on %n machines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n engine(s)</source>
            <translation>
                <numerusform>%n engine</numerusform>
                <numerusform>%n engines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n GPU(s) gone silent</source>
            <translation>
                <numerusform>%n GPU gone silent</numerusform>
                <numerusform>%n GPUs gone silent</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlanTexts</name>
        <message numerus="yes">
            <source>Of %n GPU types and formats, %1.</source>
            <translation>
                <numerusform>Of %n GPU types and formats, %1.</numerusform>
                <numerusform>Of %n GPU types and formats, %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>its weights are %1; %n GPUs hold %2, and the engine needs a part of that.</source>
            <translation>
                <numerusform>its weights are %1; %n GPUs hold %2, and the engine needs a part of that.</numerusform>
                <numerusform>its weights are %1; %n GPUs hold %2, and the engine needs a part of that.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n replicas × %1</source>
            <comment>replicas, GPUs of one</comment>
            <translation>
                <numerusform>%n replica × %1</numerusform>
                <numerusform>%n replicas × %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>with %n replicas lost</source>
            <translation>
                <numerusform>with %n replica lost</numerusform>
                <numerusform>with %n replicas lost</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n dearer options are not drawn.</source>
            <translation>
                <numerusform>%n dearer option is not drawn.</numerusform>
                <numerusform>%n dearer options are not drawn.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 a month, %n GPUs</source>
            <translation>
                <numerusform>%1 a month, %n GPU</numerusform>
                <numerusform>%1 a month, %n GPUs</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProposalBuilder</name>
        <message numerus="yes">
            <source>%n instance(s), month of 730 hours, always on</source>
            <translation>
                <numerusform>%n instance, month of 730 hours, always on</numerusform>
                <numerusform>%n instances, month of 730 hours, always on</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>GPUs come in whole replicas of %1; an order takes %n week(s).</source>
            <translation>
                <numerusform>GPUs come in whole replicas of %1; an order takes %n week.</numerusform>
                <numerusform>GPUs come in whole replicas of %1; an order takes %n weeks.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReasonTexts</name>
        <message numerus="yes">
            <source>%n do not hold the model</source>
            <translation>
                <numerusform>%n does not hold the model</numerusform>
                <numerusform>%n do not hold the model</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n do not run the number format</source>
            <translation>
                <numerusform>%n does not run the number format</numerusform>
                <numerusform>%n do not run the number format</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n are too slow</source>
            <translation>
                <numerusform>%n is too slow</numerusform>
                <numerusform>%n are too slow</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n have no price in the chosen offers</source>
            <translation>
                <numerusform>%n has no price in the chosen offers</numerusform>
                <numerusform>%n have no price in the chosen offers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n draw too much power</source>
            <translation>
                <numerusform>%n draws too much power</numerusform>
                <numerusform>%n draw too much power</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n do not take the given layout</source>
            <translation>
                <numerusform>%n does not take the given layout</numerusform>
                <numerusform>%n do not take the given layout</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n are left out by the scenario</source>
            <translation>
                <numerusform>%n is left out by the scenario</numerusform>
                <numerusform>%n are left out by the scenario</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 needs %2: too much for a fleet of %n GPUs.</source>
            <translation>
                <numerusform>%1 needs %2: too much for a fleet of %n GPUs.</numerusform>
                <numerusform>%1 needs %2: too much for a fleet of %n GPUs.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MoneyTexts</name>
        <message numerus="yes">
            <source>%n server(s)</source>
            <translation>
                <numerusform>%n server</numerusform>
                <numerusform>%n servers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n week(s) before the start</source>
            <translation>
                <numerusform>%n week before the start</numerusform>
                <numerusform>%n weeks before the start</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PriceTexts</name>
        <message numerus="yes">
            <source>Also import %n doubtful price(s); they are used only where their provider is named</source>
            <translation>
                <numerusform>Also import %n doubtful price; it is used only where its provider is named</numerusform>
                <numerusform>Also import %n doubtful prices; they are used only where their provider is named</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n price(s) of %1 were imported.</source>
            <translation>
                <numerusform>%n price of %1 was imported.</numerusform>
                <numerusform>%n prices of %1 were imported.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OwnPriceTexts</name>
        <message numerus="yes">
            <source>For %n offer(s) of the catalog, among them %1.</source>
            <translation>
                <numerusform>For %n offer of the catalog, among them %1.</numerusform>
                <numerusform>For %n offers of the catalog, among them %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>For %n offer(s) of the catalog: %1.</source>
            <translation>
                <numerusform>For %n offer of the catalog: %1.</numerusform>
                <numerusform>For %n offers of the catalog: %1.</numerusform>
            </translation>
        </message>
    </context>
</TS>