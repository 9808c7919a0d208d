#include "core/formats/table_rows.h"

#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <vector>

namespace entente {

namespace {

/// Large enough that a block is worth handing to another thread, small enough for its cache.
constexpr std::size_t blockSize = 1U << 14U;

/// A part of a table that begins at a line and, but for a quoted field, at a row. Its rows' memory
/// serves one block after the other.
struct Block {
    std::size_t begin = 0;
    std::size_t end = 0;
    DelimitedRows rows;
    std::size_t passed = 0; ///< where the row after the last one begins
    std::size_t lines = 0;  ///< in its rows
};

void split(const DelimitedText& text, Block& block) {
    DelimitedText part = text.part(block.begin, block.end);
    part.rest(block.rows);
    block.passed = part.position();
    block.lines = part.nextLine() - 1;
}

/// The begin of the first line after `at`.
std::size_t lineAfter(std::string_view text, std::size_t at) {
    at = at < text.size() ? text.find_first_of("\r\n", at) : std::string_view::npos;
    if (at == std::string_view::npos) {
        return text.size();
    }
    return at + (text.substr(at).starts_with("\r\n") ? 2 : 1);
}

/// Takes the blocks in order and corrects those that began within a quoted field.
class BlocksInOrder {
public:
    BlocksInOrder(const DelimitedText& text, const Progress& progress,
                  const std::function<void(const DelimitedRows&)>& take)
        : text_(text), progress_(progress), take_(take), next_(text.position()),
          linesBefore_(text.nextLine() - 1) {}

    void take(Block& block) {
        progress_.throwIfStopped();
        if (block.begin != next_) {
            block.begin = next_;
            split(text_, block);
        }
        block.rows.addLines(linesBefore_);
        take_(block.rows);
        next_ = block.passed;
        linesBefore_ += block.lines;
        progress_.tell(static_cast<double>(next_) / static_cast<double>(text_.text().size()));
    }

private:
    const DelimitedText& text_;
    const Progress& progress_;
    const std::function<void(const DelimitedRows&)>& take_;
    std::size_t next_;
    std::size_t linesBefore_;
};

} // namespace

void eachBlockOfRows(const DelimitedText& text, const Progress& progress,
                     const std::function<void(const DelimitedRows&)>& take) {
    const std::size_t size = text.text().size();
    std::size_t begin = text.position();
    BlocksInOrder inOrder(text, progress, take);
    const auto beginBlock = [&](Block& block) {
        block.begin = begin;
        begin = block.end = lineAfter(text.text(), begin + blockSize);
    };
    if (size - begin <= blockSize || tbb::this_task_arena::max_concurrency() == 1) {
        Block block;
        while (begin < size) {
            beginBlock(block);
            split(text, block);
            inOrder.take(block);
        }
        return;
    }
    // So many are on their way at most, and they come out in order: each has its place here.
    std::vector<Block> blocks(static_cast<std::size_t>(tbb::this_task_arena::max_concurrency()) *
                              2);
    std::size_t begun = 0;
    const auto next = [&](tbb::flow_control& flow) -> Block* {
        if (begin >= size) {
            flow.stop();
            return nullptr;
        }
        Block& block = blocks[begun++ % blocks.size()];
        beginBlock(block);
        return &block;
    };
    const auto splitBlock = [&](Block* block) {
        split(text, *block);
        return block;
    };
    const auto takeBlock = [&](Block* block) { inOrder.take(*block); };
    using enum tbb::filter_mode;
    tbb::parallel_pipeline(blocks.size(),
                           tbb::make_filter<void, Block*>(serial_in_order, next) &
                               tbb::make_filter<Block*, Block*>(parallel, splitBlock) &
                               tbb::make_filter<Block*, void>(serial_in_order, takeBlock));
}

} // namespace entente
