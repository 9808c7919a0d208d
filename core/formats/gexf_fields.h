#pragma once

#include "core/formats/element_fields.h"
#include "core/formats/gexf_times.h"
#include "core/formats/xml_output.h"

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// How a GEXF file writes its times.
enum class GexfTimeFormat : std::uint8_t { Static, Integer, Double, Date, DateTime };

/// What the times of a dossier have in common.
struct GexfTimes {
    bool any = false;
    bool values = false; ///< there are values that change in time
    bool periodsAreYears = true;
    bool integers = true; ///< the times of values are
    bool numbers = true;
    bool timesOfDay = false;

    void add(const Period& period);
    void add(const std::vector<GexfDynamicValue>& dynamic);
    /// The narrowest that can say all periods, and values as far as possible.
    [[nodiscard]] GexfTimeFormat format() const;
};

/// Which fields of vertices or of edges GEXF has places of its own for, and which it has as
/// attributes.
class GexfFields {
public:
    using Row = std::vector<std::string_view>;

    GexfFields(const Dossier& dossier, const std::vector<Field>& fields, bool edges);

    void addTimes(GexfTimes& times) const;
    /// Leaves as text what changes in time as the format cannot say it. Call before writing.
    void settle(GexfTimeFormat format);
    /// Whether all that changes in time does so at moments. Call when settled.
    [[nodiscard]] bool onlyMoments() const;
    /// Whether spans are written as moments.
    void setMoments(bool moments) { moments_ = moments; }
    /// Writes the span as attributes of an element.
    void writeSpan(XmlOutput& out, const GexfSpan& span) const;

    /// The declarations, one for periods in EDTF too if wanted.
    void writeDeclarations(XmlOutput& out, bool periodsToo) const;
    /// What stands inside the element; `edtf` is the period where no span says it, `labelled` says
    /// that the element's tag has the attribute "label". False where there is nothing, else the tag
    /// was ended first.
    bool write(XmlOutput& out, const Row& values, std::string_view edtf,
               bool labelled = false) const;
    /// Whether the element's several periods are written inside it.
    [[nodiscard]] bool hasSpells(const Row& values) const;
    /// Whether the row's weight changes in time.
    [[nodiscard]] bool weightChanges(const Row& values) const;
    /// What an edge's tag says of its meaning.
    struct Meaning {
        std::string_view kind;  ///< empty where a reader finds it by itself
        std::string_view label; ///< the edge's type, unless the kind is that
        bool labelled = false;  ///< the label is the attribute "label" instead
    };
    /// Where edges have labels beside their types, the type is a tie's kind, as far as readers do
    /// not take it for one of Entente's.
    [[nodiscard]] Meaning meaningOf(EdgeIndex row, const Row& values) const;

private:
    static constexpr std::size_t none = SIZE_MAX;

    /// An attribute with values that change in time.
    struct Dynamic {
        std::size_t value; ///< the field with the last one; `none`: the weight
        std::size_t all;   ///< the field with all of them
        std::string title;
        std::vector<GexfDynamicValue> values; ///< of all elements
    };
    struct Declared {
        std::size_t value;
        std::size_t all; ///< `none` where nothing changes in time
        std::string title;
        FieldType type;
        std::string_view implied;
    };
    struct Looks {
        std::size_t x = none;
        std::size_t y = none;
        std::size_t z = none;
        std::size_t size = none;
        std::size_t colour = none;
        std::size_t alpha = none;
        std::size_t shape = none;
        std::size_t thickness = none;
    };

    template <typename Test>
    [[nodiscard]] bool all(std::string_view name, Test test) const;
    [[nodiscard]] std::size_t attribute(std::string_view name) const;
    [[nodiscard]] std::size_t numberField(std::string_view name) const;
    void findLooks();
    void findDynamic();
    void findSpells();
    [[nodiscard]] bool keepsSpells(std::string_view kept,
                                   std::vector<GexfDynamicValue>& found) const;
    /// The text of several periods of the element; empty where there are none.
    [[nodiscard]] std::string_view spellsOf(const Row& values) const;
    [[nodiscard]] bool changes(const std::string& name, std::size_t value,
                               std::vector<GexfDynamicValue>& values) const;
    void findLabel();
    /// Whether a label stands among the attributes of some edge.
    [[nodiscard]] bool labelsInside() const;
    /// Whether the type can be the edge's kind.
    [[nodiscard]] bool typeIsKind(EdgeIndex row) const;
    void declare();
    [[nodiscard]] bool hasPlace(std::size_t field) const;
    void writeSpells(XmlOutput& out, std::string_view timeSet) const;
    void writeLooks(XmlOutput& out, const Row& values) const;

    const Dossier& dossier_;
    bool edges_;
    bool moments_ = false;
    std::vector<Field> fields_;
    Looks looks_;
    std::size_t label_ = none; ///< the attribute that edges have as their label, beside a type
    std::vector<Dynamic> dynamic_;
    std::vector<std::size_t> spellPlaces_; ///< fields that keep several periods of a node
    std::vector<GexfDynamicValue> spells_; ///< of all elements, without values
    std::vector<Declared> declared_;
};

} // namespace entente
