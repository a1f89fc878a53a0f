// Editors spell one file in many ways; two spellings must not become two documents.
#include "text/uri.h"

#include <string>

#include <gtest/gtest.h>

namespace nianbao::text {
namespace {

TEST(Uri, PathsComeOut) {
  EXPECT_EQ(path_of_uri("file:///home/a/%E6%94%BF%E5%BA%9C.md"), "/home/a/政府.md");
  EXPECT_EQ(path_of_uri("file:///home/a/政府.md"), "/home/a/政府.md");
  EXPECT_EQ(path_of_uri("file:///c%3A/Users/x.txt"), "C:/Users/x.txt");
  EXPECT_EQ(path_of_uri("file:///C:/Users/x.txt"), "C:/Users/x.txt");
  EXPECT_EQ(path_of_uri("FILE://localhost/a"), "/a");
  EXPECT_EQ(path_of_uri("file:/a/b"), "/a/b");
  EXPECT_EQ(path_of_uri("file://c:/a"), "C:/a");
  EXPECT_EQ(path_of_uri("file://Server/share/a"), "//server/share/a");
  EXPECT_EQ(path_of_uri("file:///a+b/100%25/x%2"), "/a+b/100%/x%2");
  EXPECT_EQ(path_of_uri("file:///a%20b#L3"), "/a b");
}

TEST(Uri, OtherSchemesHaveNoPath) {
  for (const char* uri : {"untitled:Untitled-1", "vscode-remote://wsl%2Bubuntu/home/a", "", "/a/b", "c:/a",
                          "http://a/b", "file:", "file://", "file:///a%00b"}) {
    EXPECT_EQ(path_of_uri(uri), std::nullopt) << uri;
  }
}

TEST(Uri, PathsGoThereAndBack) {
  for (const std::string path : {"/home/a/2023年 年报(1).md", "/a+b", "/100%", "/%41", "/a#b?c", "C:/报告/x.txt",
                                 "//server/share/年报", "/", "/坏\xE6\x94", "/a\\b", "/~user/[x]@y:z;=&$'!*,"}) {
    EXPECT_EQ(path_of_uri(uri_of_path(path)), path) << uri_of_path(path);
  }
  EXPECT_EQ(uri_of_path("/a b/政.md"), "file:///a%20b/%E6%94%BF.md");
  EXPECT_EQ(uri_of_path("c:\\报\\x.md"), "file:///C%3A/%E6%8A%A5/x.md");
}

TEST(Uri, SpellingsOfOneFileShareAKey) {
  const std::string key = uri_key("file:///c%3A/%E6%94%BF/a%2Bb.md");
  for (const char* uri : {"file:///C:/政/a+b.md", "file:///c:/%e6%94%bf/a+b.md", "file:///C%3a/%E6%94%BF/a%2bb.md",
                          "FILE:///c:/政/a+b.md", "file://localhost/c:/政/a+b.md"}) {
    EXPECT_EQ(uri_key(uri), key) << uri;
  }
  EXPECT_EQ(uri_key("vscode-remote://wsl+ubuntu/home/%e6%94%bf"), uri_key("vscode-remote://wsl%2Bubuntu/home/政"));
  EXPECT_EQ(uri_key("untitled:Untitled%2D1"), uri_key("untitled:Untitled-1"));
}

TEST(Uri, DifferentDocumentsHaveDifferentKeys) {
  EXPECT_NE(uri_key("file:///a/b"), uri_key("file:///a/B"));
  EXPECT_NE(uri_key("file:///a%25/b"), uri_key("file:///a/b"));
  EXPECT_NE(uri_key("file:///a%2520"), uri_key("file:///a%20"));
  EXPECT_NE(uri_key("untitled:/a"), uri_key("file:///a"));
  EXPECT_NE(uri_key("git:/a?ref=1"), uri_key("git:/a?ref=2"));
  EXPECT_NE(uri_key("file:///a?x"), uri_key("file:///a?y"));
  EXPECT_NE(uri_key("vscode-notebook-cell:/a#1"), uri_key("vscode-notebook-cell:/a#2"));
}

TEST(Uri, AKeyIsItsOwnKey) {
  for (const char* uri : {"file:///c%3A/%E6%94%BF/a", "untitled:Untitled-1", "vscode-remote://wsl%2Bubuntu/a b/%zz", "",
                          ":", "%", "git:/a?{\"x\":1}#f"}) {
    EXPECT_EQ(uri_key(uri_key(uri)), uri_key(uri)) << uri;
  }
}

TEST(Uri, BrokenEscapesStay) {
  EXPECT_EQ(percent_decode("%E6%94%BF%2%zz%"), "政%2%zz%");
}

}  // namespace
}  // namespace nianbao::text
