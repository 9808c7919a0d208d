#include "core/model/vocabulary.h"

#include <gtest/gtest.h>

namespace entente {

TEST(Vocabulary, ReadsBackEveryWordThatItWrites) {
    for (std::size_t i = 0; i < vertexKindCount; ++i) {
        EXPECT_EQ(parseVertexKind(word(static_cast<VertexKind>(i))), static_cast<VertexKind>(i));
    }
    for (std::size_t i = 0; i < edgeKindCount; ++i) {
        EXPECT_EQ(parseEdgeKind(word(static_cast<EdgeKind>(i))), static_cast<EdgeKind>(i));
    }
    for (std::size_t i = 0; i < confidenceCount; ++i) {
        EXPECT_EQ(parseConfidence(word(static_cast<Confidence>(i))), static_cast<Confidence>(i));
    }
    for (std::size_t i = 0; i < polarityCount; ++i) {
        EXPECT_EQ(parsePolarity(word(static_cast<Polarity>(i))), static_cast<Polarity>(i));
    }
    for (std::size_t i = 0; i < statusCount; ++i) {
        EXPECT_EQ(parseStatus(word(static_cast<Status>(i))), static_cast<Status>(i));
    }
}

TEST(Vocabulary, IsLenientAboutCaseAndJoiners) {
    EXPECT_EQ(parseStatus("In-Force"), Status::InForce);
    EXPECT_EQ(parseStatus("IN_FORCE"), Status::InForce);
    EXPECT_EQ(parseVertexKind("Organization"), VertexKind::Organisation);
    EXPECT_FALSE(parseConfidence("certain").has_value());
    EXPECT_FALSE(parsePolarity("").has_value());
}

} // namespace entente
