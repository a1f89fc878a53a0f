// The stream of an editor: pieces of any size, headers of any taste, now and then rubbish.
#include "jsonrpc/framing.h"

#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nianbao::jsonrpc {
namespace {

using testing::ElementsAre;

std::vector<std::string> drain(Splitter& splitter) {
  std::vector<std::string> out;
  while (auto next = splitter.next()) out.push_back(*next ? **next : "error: " + std::string(describe(next->error())));
  return out;
}

std::vector<std::string> split(std::string_view bytes) {
  Splitter splitter;
  splitter.feed(bytes);
  return drain(splitter);
}

TEST(Framing, WhatIsEncodedComesOut) {
  EXPECT_THAT(split(encode("{}") + encode("") + encode("年报")), ElementsAre("{}", "", "年报"));
  EXPECT_EQ(encode("年"), "Content-Length: 3\r\n\r\n年");
}

TEST(Framing, PiecesOfAnySizeGiveTheSame) {
  std::mt19937 random(3);
  std::string stream;
  std::vector<std::string> bodies;
  for (int i = 0; i < 50; ++i) {
    bodies.emplace_back(random() % 3000, static_cast<char>('a' + i % 26));
    stream += encode(bodies.back());
  }
  for (int round = 0; round < 20; ++round) {
    Splitter splitter;
    std::vector<std::string> got;
    for (std::size_t at = 0; at < stream.size();) {
      const std::size_t size = std::min<std::size_t>(1 + random() % (round == 0 ? 1 : 2000), stream.size() - at);
      splitter.feed(std::string_view(stream).substr(at, size));
      for (std::string& body : drain(splitter)) got.push_back(std::move(body));
      at += size;
    }
    ASSERT_EQ(got, bodies);
  }
}

TEST(Framing, HeadersOfEveryTaste) {
  EXPECT_THAT(
      split("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH :  2 \r\nX: y\r\n\r\n{}"),
      ElementsAre("{}"));
  EXPECT_THAT(split("content-length: 2\n\n{}\n\nContent-Length:2\r\n\r\n[]"), ElementsAre("{}", "[]"));
  EXPECT_THAT(split("Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}"), ElementsAre("{}"));
}

TEST(Framing, BadHeadersAreToldAndTheNextMessageIsRead) {
  const std::string good = encode("{}");
  EXPECT_THAT(split("Hello: x\r\n\r\n" + good), ElementsAre("error: the header has no Content-Length", "{}"));
  for (const char* length : {"-1", "1e3", "", "0x10", "99999999999999999999999", "5 5", "9999999999999"}) {
    EXPECT_THAT(split("Content-Length: " + std::string(length) + "\r\n\r\nabc" + good),
                ElementsAre("error: the header's Content-Length is not a number", "{}"))
        << length;
  }
  EXPECT_THAT(split("Content-Length: 2\r\nContent-Length: 3\r\n\r\nabc" + good),
              ElementsAre("error: the header's Content-Length is not a number", "{}"));
}

TEST(Framing, RubbishBeforeAHeaderOnItsLineCostsNoMessage) {
  for (const std::string& rubbish : {std::string(50, '\0'), std::string("{}}"), std::string("Hello: x ")}) {
    EXPECT_THAT(split(rubbish + encode("{}")), ElementsAre("error: the header has no Content-Length", "{}"));
  }
}

TEST(Framing, AHeaderWithoutEndIsCutOff) {
  EXPECT_THAT(split(std::string(20000, 'x') + encode("{}")),
              ElementsAre("error: the header is longer than 8 KiB", "{}"));
  Splitter splitter;
  for (int i = 0; i < 3000; ++i) {
    splitter.feed("no end of it");
    for (const std::string& got : drain(splitter)) EXPECT_EQ(got, "error: the header is longer than 8 KiB");
  }
}

TEST(Framing, TooLargeMessagesAreSkippedToTheirEnd) {
  Splitter splitter;
  const std::size_t size = max_message_bytes + 1;
  splitter.feed("Content-Length: " + std::to_string(size) + "\r\n\r\n");
  EXPECT_THAT(drain(splitter), ElementsAre("error: the message is larger than 64 MiB"));
  // What looks like a message inside of it is none.
  const std::string piece = encode("{\"trap\":1}");
  std::string body;
  while (body.size() + piece.size() <= size) body += piece;
  body.resize(size, ' ');
  for (std::size_t at = 0; at < size; at += 1 << 20) {
    splitter.feed(std::string_view(body).substr(at, 1 << 20));
    ASSERT_THAT(drain(splitter), ElementsAre());
  }
  splitter.feed(encode("{}"));
  EXPECT_THAT(drain(splitter), ElementsAre("{}"));
}

TEST(Framing, RandomBytesNeverStopIt) {
  std::mt19937 random(11);
  const std::vector<std::string> pieces = {
      "Content-Length: ", "2", "\r\n", "\r\n\r\n", "{}", ":", "\n", "c", "-1", "\xFF", "99999999"};
  for (int round = 0; round < 2000; ++round) {
    Splitter splitter;
    for (std::size_t i = random() % 30; i > 0; --i) {
      splitter.feed(pieces[random() % pieces.size()]);
      const auto got = drain(splitter);
      ASSERT_LE(got.size(), 3U);
    }
  }
}

}  // namespace
}  // namespace nianbao::jsonrpc
