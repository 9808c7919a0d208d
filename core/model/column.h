#pragma once

#include <cstddef>
#include <vector>

namespace entente {

/// A column of a table. While all its rows hold the same value it takes no memory a row: few files
/// say all that there is to say of an edge.
template <typename T>
class Column {
public:
    /// The first row's value is the one that all rows are taken to share.
    void push_back(const T& value) {
        if (size_ == 0) {
            common_ = value;
        }
        if (values_.empty()) {
            if (value == common_) {
                ++size_;
                return;
            }
            spread();
        }
        values_.push_back(value);
        ++size_;
    }

    [[nodiscard]] const T& operator[](std::size_t row) const {
        return values_.empty() ? common_ : values_[row];
    }

    void set(std::size_t row, const T& value) {
        if (values_.empty()) {
            if (value == common_) {
                return;
            }
            spread();
        }
        values_[row] = value;
    }

    /// Room for that many rows, taken when they differ.
    void reserve(std::size_t rows) {
        reserved_ = rows;
        if (!values_.empty()) {
            values_.reserve(rows);
        }
    }

    [[nodiscard]] std::size_t size() const { return size_; }
    /// Bytes taken, capacity beyond the rows included.
    [[nodiscard]] std::size_t memory() const { return values_.capacity() * sizeof(T); }

private:
    void spread() {
        values_.reserve(reserved_ > size_ ? reserved_ : size_ + 1);
        values_.assign(size_, common_);
    }

    T common_{};
    std::vector<T> values_; ///< empty while all rows hold `common_`
    std::size_t size_ = 0;
    std::size_t reserved_ = 0;
};

} // namespace entente
